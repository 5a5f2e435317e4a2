/**
 * Imported before Astro, whichever way it is started: no report of this machine to Astro's makers, no question whether there is a newer Astro. The
 * report would also need a home folder that can be written, which the account of a service has not.
 */
Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DISABLE_UPDATE_CHECK: 'true' });

// A module without exports: it is imported for what it does.
export {};

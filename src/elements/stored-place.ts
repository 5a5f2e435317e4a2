/** What storage knows the site by: its base, and of files its folder, for all folders of a stick are one place to a browser. */
export function storedPlace(base: string): string {
  return location.protocol === 'file:' ? new URL(base, location.href).pathname : base;
}

/** Why a file cannot be taken in; the message is for the editor and says all there is to say. */
export class ImportError extends Error {}

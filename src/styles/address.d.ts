/** A style sheet asked for by its address: fetched only by the page or script that shows what it styles. */
declare module '*.css?url' {
  const address: string;
  export default address;
}

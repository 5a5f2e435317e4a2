/** A QR code drawn here, as SVG; nothing is asked of any server. */

const QUIET = 4;
const NAMESPACE = 'http://www.w3.org/2000/svg';

/** The code of a text; `undefined` when it is too long for one. Loads the library on demand. */
export async function drawQrCode(text: string, label: string): Promise<SVGSVGElement | undefined> {
  const { default: createCode } = await import('qrcode-generator');
  const code = createCode(0, 'L');
  try {
    code.addData(text, 'Byte');
    code.make();
  } catch {
    return undefined;
  }
  const count = code.getModuleCount();
  const size = count + 2 * QUIET;
  const svg = document.createElementNS(NAMESPACE, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  const dark = document.createElementNS(NAMESPACE, 'path');
  const rows = Array.from({ length: count }, (_, index) => index);
  dark.setAttribute(
    'd',
    rows
      .map((row) => rows.map((column) => (code.isDark(row, column) ? `M${column + QUIET} ${row + QUIET}h1v1h-1z` : '')).join(''))
      .join(''),
  );
  svg.append(dark);
  return svg;
}

/** What Chromium 78 to 85 lack of the DOM and nearly every element here uses. Imported by each element that draws; see `domain/site/browser-contract.ts`. */

if (!Reflect.has(Element.prototype, 'replaceChildren')) {
  Element.prototype.replaceChildren = function replaceChildren(...children: (Node | string)[]): void {
    this.textContent = '';
    this.append(...children);
  };
}

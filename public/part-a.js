// `?part=a`: runs before the article is drawn, so that nothing of part B is seen even for a moment. The rest is `elements/two-parts.ts`.
if (/[?&]part=a(?:&|$)/u.test(location.search)) document.documentElement.dataset.part = 'a';

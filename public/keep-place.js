// `/id/RC-001/#facts`: a refresh would lose the place on the page; without scripts the page opens at its top.
if (location.hash) location.replace(document.querySelector('a').href + location.hash);

if (/[?&]part=a(?:&|$)/u.test(location.search)) document.documentElement.dataset.part = 'a';

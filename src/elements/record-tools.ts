/** 引用格式 and 存为 Word under an entry; what they need is fetched when one of them is pressed. */
const tools = document.querySelector<HTMLElement>('[data-record]');

if (tools) {
  tools.hidden = false;
  tools.addEventListener('click', ({ target }) => {
    const action = target instanceof HTMLElement ? target.dataset['action'] : undefined;
    if (action)
      void import('./view/entry-record.ts').then(
        ({ useRecord }) => useRecord(tools, action),
        () => tools.append('没有读到所需的程序。'),
      );
  });
}

(() => {
  'use strict';
  for (const list of document.querySelectorAll('.cards')) {
    const cards = [...list.querySelectorAll('details.card')];
    if (cards.length === 0) continue;
    const tools = list.querySelector('.tools');
    const find = tools.querySelector('input');
    const level = tools.querySelector('select');
    const toggle = tools.querySelector('.toggle');
    const count = tools.querySelector('.count');
    const none = list.querySelector('.none');
    let texts = null;

    const apply = () => {
      texts ??= cards.map(card => card.textContent.toLowerCase());
      const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      cards.forEach((card, index) => {
        const fits = (level.value === '' || card.dataset.level === level.value) && words.every(word => texts[index].includes(word));
        card.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      none.hidden = shown > 0;
      count.textContent = `${shown} of ${cards.length} shown`;
      if (shown === 1 && words.length > 0) cards.find(card => !card.hidden).open = true;
    };

    let timer = 0;
    find.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(apply, 80); });
    level.addEventListener('change', apply);
    toggle.addEventListener('click', () => {
      const open = toggle.textContent === 'Open all';
      for (const card of cards) if (!card.hidden) card.open = open;
      toggle.textContent = open ? 'Close all' : 'Open all';
    });
    document.addEventListener('keydown', event => {
      if (event.key === '/' && !event.target.closest('input, select, textarea')) {
        event.preventDefault();
        find.focus();
      }
    });
    tools.hidden = false;
    count.textContent = `${cards.length} of ${cards.length} shown`;
  }
})();

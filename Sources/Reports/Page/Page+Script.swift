extension Page {
  /// The one script of the page. It works where there is no storage and no clipboard, and does without them.
  static let script: StaticString = """

    (() => {
      'use strict';
      const root = document.documentElement;
      const all = selector => [...document.querySelectorAll(selector)];
      const boxes = all('input[data-step]');
      const said = document.getElementById('said');
      const say = text => { said.textContent = text; };
      all('[data-script]').forEach(element => { element.hidden = false; });

      // Boxes. Only what differs from the page as it came is remembered.
      const key = box => ['signpost', root.dataset.key, box.dataset.step, box.dataset.mark].join('/');
      const recall = box => {
        let kept = null;
        try { kept = localStorage.getItem(key(box)); } catch { }
        box.checked = kept === null ? box.defaultChecked : kept === 'ticked';
      };
      const remember = box => {
        try {
          if (box.checked === box.defaultChecked) localStorage.removeItem(key(box));
          else localStorage.setItem(key(box), box.checked ? 'ticked' : 'open');
        } catch {
          say('This browser keeps no marks: they are gone when the page is closed.');
        }
      };
      const show = () => {
        const ticked = boxes.filter(box => box.checked).length;
        boxes.forEach(box => box.closest('article').classList.toggle('ticked', box.checked));
        document.getElementById('count').textContent = ticked + ' of ' + boxes.length + ' ticked';
        const meter = document.getElementById('meter');
        meter.max = Math.max(boxes.length, 1);
        meter.value = ticked;
      };
      const recallAll = () => { boxes.forEach(recall); show(); };
      boxes.forEach(box => box.addEventListener('change', () => { remember(box); show(); }));
      addEventListener('storage', recallAll);
      addEventListener('pageshow', recallAll);
      recallAll();

      // Values. Where the clipboard is not to be had, the value is selected for the keyboard.
      const answer = (button, text) => {
        button.dataset.words = button.dataset.words || button.textContent;
        button.textContent = text;
        setTimeout(() => { button.textContent = button.dataset.words; }, 2500);
      };
      const copySelected = node => {
        const range = document.createRange();
        range.selectNodeContents(node);
        const selection = getSelection();
        selection.removeAllRanges();
        selection.addRange(range);
        try { return document.execCommand('copy'); } catch { return false; }
      };
      const copy = async (button, text, node) => {
        let isCopied = false;
        try {
          await navigator.clipboard.writeText(text);
          isCopied = true;
        } catch {
          isCopied = copySelected(node());
        }
        answer(button, isCopied ? 'Copied' : 'Press Ctrl+C');
        say(isCopied ? 'Copied.' : 'Selected: copy it with the keyboard.');
      };
      all('[data-copy]').forEach(button => button.addEventListener('click', () => {
        const code = button.parentElement.querySelector('code');
        copy(button, code.textContent, () => code);
      }));

      const ticks = document.getElementById('copy-ticks');
      ticks.addEventListener('click', () => {
        const lines = boxes.map(box => (box.checked ? '- [x] ' : '- [ ] ') + box.dataset.line);
        const text = [ticks.dataset.head, ticks.dataset.base || '', ''].concat(lines).join('\\n') + '\\n';
        copy(ticks, text, () => {
          const block = document.getElementById('ticks') || document.createElement('pre');
          block.id = 'ticks';
          block.textContent = text;
          ticks.parentElement.after(block);
          return block;
        });
      });

      document.getElementById('forget').addEventListener('click', () => {
        if (!confirm('Forget every mark that you made on this page?')) return;
        boxes.forEach(box => { box.checked = box.defaultChecked; remember(box); });
        show();
        say('The marks are forgotten.');
      });

      const openOnly = document.getElementById('open-only');
      openOnly.addEventListener('click', () => {
        const isOn = root.classList.toggle('open-only');
        openOnly.setAttribute('aria-pressed', String(isOn));
      });

      // What is folded is printed too, and a link into it unfolds it.
      let folded = [];
      addEventListener('beforeprint', () => {
        folded = all('details:not([open])');
        folded.forEach(details => { details.open = true; });
      });
      addEventListener('afterprint', () => folded.forEach(details => { details.open = false; }));
    })();

    """
}

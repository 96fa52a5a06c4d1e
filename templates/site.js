/* planc: one script, for the search on every page and the tools of the accounts.
   Everything reads without it: what needs it is hidden until it has run. */
(() => {
  "use strict";

  // The site's root, wherever this page lies.
  const root = document.currentScript.src.replace(/[^/]*$/, "");

  // Letters without case and accents, and one space between words; lines stay lines.
  const plain = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
  const fold = (text) =>
    text.toLowerCase().normalize("NFD").replace(/\p{M}+/gu, "")
      .replace(/[ßæœøłđðþı]/g, (letter) => plain[letter])
      .replace(/[^\p{L}\p{N}\n]+/gu, " ").replace(/^ +| +$/gm, "");
  const wordsOf = (text) => fold(text).split(/\s/).filter(Boolean);

  const search = document.querySelector("form[role=search]");
  if (search) useSearch(search);
  const tools = document.querySelector(".tools form");
  const table = document.querySelector("table.dense");
  if (tools && table) useTools(tools, table);

  // A combobox over search.js, which is loaded when the field is used for the first time.
  function useSearch(form) {
    const most = 10;
    const field = form.querySelector("input");
    const box = form.querySelector(".found");
    const list = box.querySelector("[role=listbox]");
    const said = box.querySelector("[role=status]");
    let entries = null;
    let chosen = -1;

    field.addEventListener("focus", () => {
      const script = document.createElement("script");
      script.src = root + "search.js";
      document.head.append(script);
    }, { once: true });

    // search.js calls this: kinds of pages, each with its rows of title, note, page, and the contacts on that page.
    window.plancIndex = (kinds) => {
      entries = [];
      for (const [kind, rows] of kinds)
        for (const [title, note, page, contacts = []] of rows) {
          entries.push({ kind, title, note, page });
          for (let i = 0; i < contacts.length; i += 2)
            entries.push({
              kind: "Contact", title: contacts[i], note: title, page: `${page}#L${contacts[i + 1]}`,
            });
        }
      // Folding one long text takes a fraction of folding each.
      const lines = fold(entries.map((entry) => `${entry.title}\n${entry.note}`).join("\n")).split("\n");
      entries.forEach((entry, i) => {
        entry.name = ` ${lines[2 * i]}`;
        entry.text = `${entry.name} ${lines[2 * i + 1]}`;
      });
      show();
    };

    // Every word must be there. First what begins like the query, then where each word begins one of the title,
    // then one of the title or note, then the rest; in each the index's own order.
    function find(words) {
      const ranks = [[], [], [], []];
      let count = 0;
      const start = ` ${words.join(" ")}`;
      const begins = (text) => words.every((word) => text.includes(` ${word}`));
      for (const entry of entries) {
        if (!words.every((word) => entry.text.includes(word))) continue;
        count += 1;
        if (ranks[0].length === most) continue;
        const rank = entry.name.startsWith(start) ? 0 : begins(entry.name) ? 1 : begins(entry.text) ? 2 : 3;
        if (ranks[rank].length < most) ranks[rank].push(entry);
      }
      return { count, best: ranks.flat().slice(0, most) };
    }

    function show() {
      const words = wordsOf(field.value);
      if (!entries || !words.length) return close();
      const { count, best } = find(words);
      list.replaceChildren(...best.map(option));
      list.hidden = !count;
      said.textContent = !count ? `No result for “${field.value.trim()}”`
        : count > most ? `${most} of ${count} results` : count > 1 ? `${count} results` : "1 result";
      box.hidden = false;
      field.setAttribute("aria-expanded", String(count > 0));
      choose(-1);
    }

    function option({ kind, title, note, page }, index) {
      const link = document.createElement("a");
      Object.assign(link, { id: `found-${index}`, href: root + page, tabIndex: -1 });
      link.setAttribute("role", "option");
      for (const [style, text] of [["t", title], ["k", kind], ["m", note]]) {
        const part = document.createElement("span");
        part.className = style;
        part.textContent = text;
        link.append(part, " ");
      }
      return link;
    }

    function choose(index) {
      const options = list.children;
      chosen = index < -1 ? options.length - 1 : index >= options.length ? -1 : index;
      for (const [i, option] of [...options].entries())
        option.setAttribute("aria-selected", String(i === chosen));
      if (chosen < 0) return field.removeAttribute("aria-activedescendant");
      field.setAttribute("aria-activedescendant", options[chosen].id);
      options[chosen].scrollIntoView({ block: "nearest" });
    }

    function close() {
      box.hidden = true;
      list.replaceChildren();
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    }

    field.addEventListener("input", show);
    field.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && !event.isComposing) {
        event.preventDefault();
        if (box.hidden) show();
        choose(chosen + step);
      } else if (event.key === "Escape") {
        if (box.hidden) field.value = "";
        close();
      }
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      (list.children[chosen] ?? list.children[0])?.click();
    });
    list.addEventListener("click", close);
    form.addEventListener("focusout", (event) => {
      if (!form.contains(event.relatedTarget)) close();
    });
    document.addEventListener("keydown", (event) => {
      // With a key held down: who dictates sets off single letters (WCAG 2.1.4).
      const isHeld = event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey;
      if ((event.code !== "KeyK" && event.key.toLowerCase() !== "k") || !isHeld) return;
      // On a Mac, Ctrl+K deletes to the end of the line.
      if (event.ctrlKey && event.target.closest("input, textarea") && /^Mac/.test(navigator.platform)) return;
      event.preventDefault();
      field.select();
      field.focus();
    });
    form.hidden = false;
  }

  // Sorts and filters the accounts. The state is the address's fragment: #tier=1&late&q=steel&sort=pipeline-
  function useTools(form, table) {
    const field = form.querySelector("[name=q]");
    const tiers = [...form.querySelectorAll("[name=tier]")];
    const only = [...form.querySelectorAll("[type=checkbox]:not([name=tier])")];
    const heads = [...table.querySelectorAll("th[data-sort]")];
    const standard = stateOf(heads.find((head) => head.ariaSort));
    const groups = [...table.tBodies].map((body) => {
      const rows = [...body.rows].slice(1).map((row) => ({
        row,
        is: (row.dataset.is ?? "").split(" "),
        text: fold([...row.cells].slice(0, 4).map((cell) => cell.textContent)
          .concat(row.dataset.segment ?? "").join(" ")),
      }));
      return { body, total: body.rows[0], rows, ordered: rows };
    });
    const all = groups.reduce((sum, group) => sum + group.rows.length, 0);
    const rest = document.createElement("button");
    const step = 100;
    let sorted = standard;
    let left = 0;
    let writing = 0;

    // How a column is sorted: its name, with a hyphen behind it when the largest comes first.
    function stateOf(head) {
      return head.dataset.sort + (head.ariaSort === "descending" ? "-" : "");
    }

    // A number where the cell has one, else its text; what is empty comes last, whichever way.
    function keyOf(cell) {
      const { v } = cell.dataset;
      return v === undefined ? fold(cell.textContent) || null : v === "" ? null : Number(v);
    }

    function sort(state) {
      const head = heads.find((head) => [head.dataset.sort, `${head.dataset.sort}-`].includes(state));
      if (!head || state === sorted) return;
      sorted = state;
      const way = state.endsWith("-") ? -1 : 1;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.ariaSort = way < 0 ? "descending" : "ascending";
      table.caption.textContent = `Accounts by tier, then ${head.dataset.sort}`;
      for (const group of groups) {
        for (const entry of group.rows) entry.key = keyOf(entry.row.cells[head.cellIndex]);
        group.ordered = [...group.rows].sort(({ key: a }, { key: b }) =>
          a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -way : way);
      }
    }

    function filter() {
      const words = wordsOf(field.value);
      const asked = only.filter((box) => box.checked).map((box) => box.name);
      left = 0;
      for (const [index, group] of groups.entries()) {
        group.body.replaceChildren();
        group.shown = !tiers[index].checked ? [] : group.ordered.filter(({ is, text }) =>
          asked.every((name) => is.includes(name)) && words.every((word) => text.includes(word)));
        group.drawn = 0;
        left += group.shown.length;
        if (group.shown.length) add(group);
      }
      form.querySelector("output").textContent = `${left} of ${all}`;
      draw();
    }

    // The next rows. Thousands at once would take the browser a second to lay out.
    function draw() {
      let room = step;
      for (const group of groups) {
        const next = group.shown.slice(group.drawn, group.drawn + room);
        if (!group.drawn && next.length) group.body.append(group.total);
        group.body.append(...next.map(({ row }) => row));
        group.drawn += next.length;
        room -= next.length;
      }
      left -= step - room;
      rest.hidden = !left;
      rest.textContent = left === 1 ? "and 1 other" : `and ${left} others`;
    }

    // The totals of a tier, over the accounts that are shown.
    function add({ shown, rows, total }) {
      const sum = (column, read) =>
        shown.reduce((sum, { row }) => sum + read(row.cells[heads[column].cellIndex]), 0);
      const number = (cell) => Number(cell.dataset.v);
      const part = (index) => (cell) => Number(/(\d+) of (\d+)/.exec(cell.textContent)?.[index] ?? 0);
      const write = (name, text) => { total.querySelector(`[data-sum=${name}]`).textContent = text; };
      const of = shown.length < rows.length ? `${shown.length} of ${rows.length}` : shown.length;
      write("count", `${of} ${rows.length === 1 ? "account" : "accounts"}`);
      for (const [column, head] of heads.entries()) {
        const name = head.dataset.sort;
        if (name === "engaged") write(name, `${sum(column, part(1))} of ${sum(column, part(2))}`);
        if (name === "whitespace" || name === "pipeline") write(name, money(sum(column, number)));
        if (name === "reviewed") write(name, `${shown.filter(({ is }) => is.includes("late")).length} late`);
        if (name === "errors") write(name, sum(column, number));
      }
    }

    // An amount in hundredths, as the pages write it: €640, €4.5k, €860k, €2.91M, €1.20B.
    function money(hundredths) {
      const sign = table.dataset.sign;
      const units = Math.floor((hundredths + 50) / 100);
      if (units < 1000) return `${sign}${units}`;
      if (units < 9950) return `${sign}${Math.floor((units + 50) / 100) / 10}k`;
      if (units < 999500) return `${sign}${Math.floor((units + 500) / 1000)}k`;
      const [scaled, unit] = units < 999500000 ? [Math.floor(units / 1e3), "M"] : [Math.floor(units / 1e6), "B"];
      const digits = scaled < 9995 ? 2 : scaled < 99950 ? 1 : 0;
      const step = 10 ** (3 - digits);
      return sign + (Math.floor((scaled + step / 2) / step) / 10 ** digits).toFixed(digits) + unit;
    }

    function read() {
      const state = new URLSearchParams(location.hash.slice(1));
      field.value = state.get("q") ?? "";
      const asked = state.get("tier")?.split(",");
      for (const box of tiers) box.checked = asked?.includes(box.value) ?? true;
      for (const box of only) box.checked = state.has(box.name);
      sort(state.get("sort") ?? standard);
      filter();
    }

    function write() {
      const on = tiers.filter((box) => box.checked).map((box) => box.value);
      const state = [
        on.length < tiers.length && `tier=${on}`,
        ...only.map((box) => box.checked && box.name),
        field.value.trim() && `q=${encodeURIComponent(field.value.trim())}`,
        sorted !== standard && `sort=${sorted}`,
      ].filter(Boolean).join("&");
      history.replaceState(null, "", location.href.split("#")[0] + (state && `#${state}`));
    }

    function change() {
      filter();
      // Browsers stop a page that rewrites its address at every key.
      clearTimeout(writing);
      writing = setTimeout(write, 150);
    }

    for (const head of heads) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const { sort: name, down } = head.dataset;
        const isDown = head.ariaSort ? head.ariaSort === "ascending" : down !== undefined;
        sort(name + (isDown ? "-" : ""));
        change();
      });
    }
    form.addEventListener("input", change);
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("hashchange", () => {
      // An anchor of the page, such as #main, is no state.
      const names = ["q", "tier", "sort", ...only.map((box) => box.name)];
      const isAnchor = location.hash && !names.some((name) => RegExp(`[#&]${name}(=|&|$)`).test(location.hash));
      if (!isAnchor) read();
    });

    rest.type = "button";
    rest.className = "rest";
    table.parentElement.after(rest);
    rest.addEventListener("click", draw);
    new IntersectionObserver(([seen]) => seen.isIntersecting && draw(), { rootMargin: "800px" }).observe(rest);
    addEventListener("beforeprint", () => { while (left) draw(); });

    // Columns are never narrower than in the first rows, so that filtering moves none of them.
    filter();
    const columns = [...table.tHead.rows[0].cells];
    const widths = columns.map((head) => head.getBoundingClientRect().width);
    columns.forEach((head, index) => { head.style.minWidth = `${widths[index]}px`; });
    read();
    form.hidden = false;
  }
})();

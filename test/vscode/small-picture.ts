// Pictures that ship inside the extension: what the editor has drawn, as an SVG of a few kilobytes that is sharp at any size.
import type { Page } from 'playwright-core';

export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Runs in the page, as text: every surface, letter and wavy line inside the clip, in the order in which they are painted.
 * A run of letters keeps its width, so that another font on another machine stands where this one did.
 */
const draw = `({ x: left, y: top, width, height }) => {
  const out = [];
  const page = { left, top, right: left + width, bottom: top + height };
  const within = (a, b) => ({
    left: Math.max(a.left, b.left), top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom),
  });
  const isEmpty = (box) => box.right - box.left < 0.5 || box.bottom - box.top < 0.5;
  const n = (value) => String(Math.round(value * 2) / 2);
  const seen = (colour) => {
    const [r, g, b, a = '1'] = colour.match(/[\\d.]+/g) ?? [];
    if (r === undefined || Number(a) === 0) return undefined;
    const hex = '#' + [r, g, b].map((part) => Math.round(Number(part)).toString(16).padStart(2, '0')).join('');
    return [hex, Number(a)];
  };
  const faint = (name, alpha) => (alpha < 1 ? ' ' + name + '-opacity="' + Math.round(alpha * 100) / 100 + '"' : '');
  const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const surface = (box, colour, radius, edge) => {
    const at = ' x="' + n(box.left - left) + '" y="' + n(box.top - top) + '" width="' + n(box.right - box.left) +
      '" height="' + n(box.bottom - box.top) + '"' + (radius > 0 ? ' rx="' + n(radius) + '"' : '');
    out.push('<rect' + at + ' fill="' + (colour ? colour[0] : 'none') + '"' + (colour ? faint('fill', colour[1]) : '') +
      (edge ? ' stroke="' + edge[0] + '"' + faint('stroke', edge[1]) : '') + '/>');
  };
  const wave = (box, colour) => {
    let path = 'M' + n(box.left - left) + ' ' + n(box.bottom - top - 1);
    for (let i = 0; i * 2 < box.right - box.left; i++) path += 'l2 ' + (i % 2 === 0 ? '-2' : '2');
    out.push('<path d="' + path + '" fill="none" stroke="' + colour + '"/>');
  };
  const letters = (node, box, style) => {
    const runs = [];
    const range = document.createRange();
    for (let i = 0; i < node.data.length; i++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const rect = range.getBoundingClientRect();
      if (rect.width === 0) continue;
      const last = runs[runs.length - 1];
      if (last && Math.abs(last.top - rect.top) < 2) {
        last.text += node.data[i];
        last.right = rect.right;
      } else runs.push({ text: node.data[i], left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom });
    }
    const colour = seen(style.color);
    const size = parseFloat(style.fontSize);
    for (const run of runs) {
      const text = run.text.replace(/[\\u00a0\\s]+/g, ' ');
      const middle = (run.top + run.bottom) / 2;
      const isShown = run.left < box.right && run.right > box.left && middle > box.top && middle < box.bottom;
      if (text.trim() === '' || !colour || !isShown) continue;
      out.push('<text x="' + n(run.left - left) + '" y="' + n(middle - top + size * 0.35) + '" textLength="' +
        n(run.right - run.left) + '" font-size="' + n(size) + '" fill="' + colour[0] + '"' + faint('fill', colour[1]) +
        (Number(style.fontWeight) >= 600 ? ' font-weight="bold"' : '') +
        (/mono/i.test(style.fontFamily) ? '' : ' class="s"') + ' xml:space="preserve">' + escaped(text) + '</text>');
    }
  };
  const walk = (element, box) => {
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden' || Number(style.opacity) < 0.1) return;
    if (/(^| )(minimap|scrollbar|decorationsOverviewRuler|monaco-sash|inputarea)( |$)/.test(element.className)) return;
    const rect = element.getBoundingClientRect();
    const own = within(rect, box);
    if (!isEmpty(own)) {
      const colour = seen(style.backgroundColor);
      const edge = parseFloat(style.borderTopWidth) > 0 && parseFloat(style.borderLeftWidth) > 0
        ? seen(style.borderTopColor) : undefined;
      const radius = parseFloat(style.borderTopLeftRadius) || 0;
      if (colour || edge) surface(own, colour, radius, edge);
      const kind = /squiggly-(error|warning|info)/.exec(element.className)?.[1];
      if (kind) wave(own, { error: '#e51400', warning: '#bf8803', info: '#1a85ff' }[kind]);
    }
    const inner = style.overflow === 'visible' && style.overflowX === 'visible' ? box : own;
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) letters(child, inner, style);
      else if (child.nodeType === Node.ELEMENT_NODE && !(child instanceof SVGElement)) walk(child, inner);
    }
  };
  surface(page, seen(getComputedStyle(document.querySelector('.monaco-editor .margin, .monaco-editor')).backgroundColor), 0);
  walk(document.querySelector('.editor-instance'), page);
  return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ' + width + ' ' + height + '">' +
    '<style>text{font-family:ui-monospace,Menlo,Consolas,monospace}.s{font-family:system-ui,sans-serif}</style>' +
    out.join('\\n') + '</svg>\\n';
}`;

export async function smallPicture(page: Page, clip: Clip): Promise<string> {
  return (await page.evaluate(`(${draw})(${JSON.stringify(clip)})`)) as string;
}

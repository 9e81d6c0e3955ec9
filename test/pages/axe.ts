// The automated accessibility check of a page as it is drawn.
import { source } from 'axe-core';
import type { Frame } from 'playwright-core';

interface Found {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe says against the page: each rule with the elements, or nothing. */
export async function objections(frame: Frame): Promise<string[]> {
  await frame.evaluate(`window.axe ?? (() => { ${source} })()`);
  const found = (await frame.evaluate(
    `axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations)`,
  )) as Found[];
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) =>
        `${id}: ${html.slice(0, 160)} ${failureSummary.replace(/\s+/g, ' ').slice(0, 240)}`,
    ),
  );
}

/** Elements whose contrast axe could measure, so that a check that looked at nothing is noticed. */
export async function measuredContrasts(frame: Frame): Promise<number> {
  return (await frame.evaluate(
    `axe.run(document, { runOnly: ['color-contrast'] }).then(({ passes }) => passes.flatMap(({ nodes }) => nodes).length)`,
  )) as number;
}

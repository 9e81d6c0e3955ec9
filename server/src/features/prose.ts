/**
 * Everything with prose in one place: the guidance texts and the words of the rules. A hover, a page or `explain` needs
 * it; a check does not. On Node it is a bundle of its own, loaded when first asked for.
 */
export * from '../guidance/bundle';
export { RULE_DOCS } from '../rules/docs';
export { PAGE_KINDS, page, pageTitle } from './pages';
export { browse, search } from './search';

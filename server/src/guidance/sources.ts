/** Where the guidance comes from. Part of the lazily loaded bundle. */

export interface Source {
  /** Short id, shown in findings. */
  readonly id: string;
  /** `source`: one of the five documents this tool is built on. `public`: read beside them. `own`: this tool itself. */
  readonly kind: 'source' | 'public' | 'own';
  readonly title: string;
  /** What it is, in a few words. */
  readonly what: string;
  /** Edition or date, as far as known. */
  readonly edition: string;
  /** Where it can be read, without the protocol; empty where the document has no public address. */
  readonly address: string;
}

type Row = readonly [id: string, title: string, what: string, edition: string, address: string];

const FIVE: readonly Row[] = [
  [
    'cpt97150-2026',
    'Group therapeutic procedures, guidance for 2026',
    'guidance page on 97150 with a model note, a claim tip, an audit warning and a note on Arizona',
    'calendar year 2026',
    'sprypt.com/cpt-codes/97150',
  ],
  ['coding-ahead', 'Coding Ahead: 97150', 'code page that says what 97150 means', '2026', ''],
  [
    'theraplatform',
    'TheraPlatform: 97150 CPT code',
    'article of a practice-software firm: parts of the code, pitfalls, planning a group',
    'undated; cites 2023 codes',
    '',
  ],
  [
    'aca-group',
    'Correct Coding for Group Therapy (David Klein)',
    'advisory for chiropractors: one-on-one against group, modifier 59, what may not be billed together, worked cases',
    'CPT 2017',
    'chirocode.com/article.html?id=correct-coding-for-group-therapy-34661',
  ],
  [
    'psych-90853',
    'CPT code 90853',
    'article on group psychotherapy',
    '2024',
    'crowncounseling.com/codes/cpt-code-90853',
  ],
];

// biome-ignore format: one line a source
const PUBLIC: readonly Row[] = [
  ['cms', 'Medicare Claims Processing Manual, chapter 5, section 20.2', 'Medicare\'s own text on counting minutes and units, as restated by contractors and trade pages', 'current manual', ''],
  ['ncci26', 'Medicare NCCI Policy Manual, chapters I and XI', 'the policy behind the national code-pair edits and unit limits', 'revision of 1 January 2026', 'github.com/KelyNorel/ncci-policy-assistant'],
  ['ptp21', 'Practitioner code-pair edits (PTP)', 'public table of active pairs; states no dates, holds the codes of 2021', '2021', 'github.com/sendme2thismailid-boop/cci-edits-tool'],
  ['mueq1-26', 'Medicaid NCCI practitioner unit limits (MUE)', 'the most units of a code for one patient on one date', 'first quarter of 2026', 'github.com/sjanoe123/healthcare-payment-integrity'],
  ['cms-th26', 'CMS, Therapy Services', 'Medicare\'s page on therapy: modifiers, yearly amounts, assistants', 'calendar year 2026', 'cms.gov/medicare/coding-billing/therapy-services'],
  ['cms-cq', 'CMS, billing examples using CQ and CO', 'Medicare\'s worked examples on assistants', 'undated', 'cms.gov'],
  ['cms-11', 'CMS, 11 Part B Billing Scenarios for PTs and OTs', 'eleven answers on one-on-one, group, teams and same-day billing; only part could be read', '2002, page changed 28 February 2024', 'cms.gov/es/node/170991'],
  ['cms-tel26', 'CMS telehealth list', 'codes that Medicare takes by telehealth', 'calendar year 2026', 'cms.gov'],
  ['chc1', 'ChiroCode: Medicare definition of timed codes', 'trade page that restates the manual', 'undated', 'chirocode.com/article.html?id=25388'],
  ['fac1', 'Find-A-Code: documentation for therapy services', 'trade page that restates the manual', '10 August 2015', 'findacode.com/articles/documentation-requirements-for-therapy-services-26634.html'],
  ['fcso', 'First Coast: rehabilitation services', 'Medicare contractor page', '9 April 2024', 'medicare.fcso.com/Rehabilitation_services/0508065.asp'],
  ['ngs1', 'NGS: outpatient OT and PT billing guide', 'Medicare contractor page', 'undated', 'ngsmedicare.com'],
  ['bpm15', 'Medicare Benefit Policy Manual, chapter 15, section 220.3', 'Medicare\'s own text on what the record must hold', 'page copy, undated', ''],
  ['aapc-t', 'AAPC: Time adds up', 'trade article on minutes in episodes', '1 July 2009', 'aapc.com/blog/24947-time-adds-up'],
  ['aapc-f6', 'AAPC forum: PT and 59 modifiers', 'quotes CMS scenario 6', 'undated', 'aapc.com/discuss/threads/pt-and-59-modifiers.67683'],
  ['chc2', 'ChiroCode blog 241', 'quotes CMS scenario 2', '31 January 2018', 'chirocode.com/blog/241'],
  ['otl', 'OT mailing list', 'quotes CMS scenario 4', '5 October 2007', 'mail-archive.com/otlist@otnow.com/msg04538.html'],
  ['h222', '222health: Medicare billing', 'summary of the CMS lists of what may and may not share a period', 'undated', '222health.com/healthcare-industry/medicare/93681.html'],
  ['maama', 'MAAMA: 97150 discussion', 'trade page', 'undated', 'maama.org/97150_discussion.htm'],
  ['hns', 'Health Network Solutions: 97150 and supervised modalities', 'network rules', '6 August 2018', 'healthnetworksolutions.net'],
  ['apta02', 'APTA: one-on-one and group', 'association page', 'September 2002', 'apta.org/Payment/Coding/OneonOneGroup'],
  ['apta20', 'APTA: NCCI announcement', 'association news', '2 September 2020', 'apta.org/news/2020/09/02/ncci-coding-announcement-cms'],
  ['apta20b', 'APTA: NCCI decision', 'association news', '24 January 2020', 'apta.org/PTinMotion/News/2020/01/24/NCCIDecision'],
  ['nhapta', 'New Hampshire APTA: payment news', 'association news', 'December 2020', 'nhapta.org/Payment/Current-Payment-News'],
  ['aota20', 'AOTA: NCCI quarterly edits', 'association news', '2020', 'aota.org/practice/practice-essentials/coding/ncci-edits'],
  ['thc21', 'Therapy Comply: updates', 'trade pages', 'January to July 2021', 'therapycomply.com'],
  ['mon', 'Montero Therapy Services: notices', 'trade pages', '2019 to 2022', 'monterotherapyservices.com'],
  ['xif', 'XIFIN: MLN Matters SE1418', 'restates the Medicare notice on 59 and the X modifiers', '6 April 2020', 'xifin.com'],
  ['wpt', 'WebPT: articles on the 8-minute rule, rule of eights, 97530 with 97140, co-treatment', 'trade pages', 'undated', 'webpt.com'],
  ['uth', 'UTHealth: calculating time', 'teaching page', 'undated', 'med.uth.edu/mshbc/coding-compliance-overview/calculating-time'],
  ['oig', 'OIG audit reports on psychotherapy and therapy', 'federal audits', '2016 to 2020', 'oig.hhs.gov'],
  ['nxg', 'NextGen: local policy L33632', 'restates a Medicare contractor\'s policy on psychotherapy', 'undated', 'whatsnext.nextgen.com/article/rcm-5898'],
  ['aapc-p1', 'AAPC psychiatry alert, quiz answers', 'trade page', 'undated', 'aapc.com'],
  ['aapc-p2', 'AAPC psychiatry alert, parents\' group', 'trade page', 'undated', 'aapc.com'],
  ['aapc-p3', 'AAPC psychiatry alert, group psychotherapy', 'trade page', 'undated', 'aapc.com'],
  ['sc-p', 'SuperCoder psychiatry alert', 'trade page', 'undated', 'supercoder.com'],
  ['rtw', 'RT Welter: interactive complexity', 'trade page, with a 2012 guide', '14 January 2022', 'rtwelter.com'],
  ['nor1', 'Noridian: rehabilitation delivery methods', 'Medicare contractor page', 'undated', 'med.noridianmedicare.com'],
  ['nor2', 'Noridian: therapy students and aides', 'Medicare contractor page', 'undated', 'med.noridianmedicare.com'],
  ['nor3', 'Noridian: concurrent and group therapy limit', 'Medicare contractor page for nursing-facility stays', 'undated', 'med.noridianmedicare.com'],
  ['nor4', 'Noridian: KX thresholds', 'Medicare contractor page', 'undated', 'med.noridianmedicare.com'],
  ['thc-s', 'Therapy Comply: Medicare services and students', 'trade page', '25 January 2023', 'therapycomply.com'],
  ['ptc-s', 'PhysicalTherapy.com: ask the experts 3093', 'trade page', 'undated', 'physicaltherapy.com'],
  ['asha-g', 'ASHA: Medicare guidelines for group therapy', 'association page, older and newer versions', 'undated', 'asha.org'],
  ['paa', 'Post-acute advisor and ChiroCode on CR 10176', 'trade pages with the GP, GO and GN code list', '23 August 2017', 'postacuteadvisor.blr.com'],
  ['fac2', 'Find-A-Code article 31635', 'trade page on GN, GO and GP', 'undated', 'findacode.com'],
  ['uhc', 'UnitedHealthcare commercial policies', 'payer policies on therapy, daily caps, reduction', 'undated; news of 1 August 2022', 'uhcprovider.com'],
  ['tri', 'TRICARE notices', 'association and trade pages on TRICARE therapy', 'April 2020', 'apta.org; ppsimpact.org; hnfs.net'],
  ['ptm', 'PT Management: CQ and CO, Cigna, telehealth', 'trade pages', '2021', 'pt-management.com'],
  ['d3r', 'd3rx: Aetna policy 0325', 'summary of a payer policy', '1 January 2026', 'd3rx.com'],
  ['ngs-c', 'NGS: chiropractic services', 'Medicare contractor page', 'undated', 'ngsmedicare.com'],
  ['pal-c', 'Palmetto: AT with GA', 'Medicare contractor notice', '29 May 2020', 'palmettogba.com'],
  ['deny', 'Pages on denial codes', 'trade and contractor pages', 'up to February 2026', 'learnmedicarebilling.com; ngsmedicare.com'],
  ['gen25', 'Pages on the 2025 rule', 'trade pages', '2024 and 2025', 'doctorsmanagement.com; getpowerback.com'],
  ['estim', 'Pages on 97014', 'trade pages', '2026', 'codingahead.com; pabau.com'],
  ['cog', 'AOTA and ASHA on 97127 and G0515', 'association news', 'December 2017', 'aota.org; asha.org'],
  ['ok317', 'Oklahoma Administrative Code 317:30-5-299', 'state Medicaid rule', '1 September 2021', 'oklahoma.gov'],
  ['cap', 'Capture Billing: X modifiers', 'trade page with examples', 'undated', 'capturebilling.com'],
  ['hmsa', 'HMSA and Moda Health on 59 and X modifiers', 'payer notes', '2020', 'prc.hmsa.com'],
  ['proactive', 'Proactive Chart: group therapy', 'trade page', 'undated', 'proactivechart.com'],
  ['wellnotes', 'WellNotes: group psychotherapy', 'trade page', 'undated', 'wellnotesai.com'],
  ['advance', 'ADVANCE: treating Medicare patients', 'trade questions and answers', 'undated', 'physical-therapy.advanceweb.com'],
  ['eit', 'Public test list for the 8-minute rule', '16 worked counts, author unknown; recomputed here', 'undated', ''],
];

const OWN: Row = ['encounter', 'This tool', 'a choice of this tool, not a coding rule', 'this version', ''];

const of = (kind: Source['kind'], [id, title, what, edition, address]: Row): Source => ({
  id,
  kind,
  title,
  what,
  edition,
  address,
});

/** Every source: the five documents first, then the public ones, then the tool itself. */
export const SOURCES: readonly Source[] = [
  ...FIVE.map((row) => of('source', row)),
  ...PUBLIC.map((row) => of('public', row)),
  of('own', OWN),
];

const BY_ID: ReadonlyMap<string, Source> = new Map(SOURCES.map((source) => [source.id, source]));

/** The source with an id. */
export function lookUpSource(id: string): Source | undefined {
  return BY_ID.get(id);
}

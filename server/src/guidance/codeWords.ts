/** Further words under which coders look for a code, for search and completion. Lazily loaded. */

// biome-ignore format: one line a code
const WORDS: Readonly<Record<string, string>> = {
  '97010': 'ice heat hot cold pack cryotherapy',
  '97012': 'traction mechanical decompression',
  '97014': 'estim e-stim stimulation electrical tens unattended pads',
  '97016': 'vasopneumatic pump compression swelling edema',
  '97018': 'paraffin wax',
  '97022': 'whirlpool fluidotherapy bath',
  '97024': 'diathermy microwave deep heat',
  '97026': 'infrared light',
  '97028': 'ultraviolet light',
  G0281: 'estim wound ulcer electrical',
  G0283: 'estim e-stim stimulation electrical medicare unattended',
  G0329: 'electromagnetic wound ulcer',
  '97032': 'estim e-stim stimulation electrical attended hands-on',
  '97033': 'iontophoresis ionto',
  '97034': 'contrast bath',
  '97035': 'ultrasound us',
  '97036': 'hubbard tank hydrotherapy',
  '97037': 'laser low level postoperative pain',
  '97039': 'unlisted modality attended',
  '97110': 'therex exercise strengthening stretching endurance rom flexibility',
  '97112': 'neuro re-ed neuromuscular balance posture coordination',
  '97113': 'aquatic water pool exercise',
  '97116': 'gait walking stairs training',
  '97124': 'massage soft tissue',
  '97129': 'cognitive thinking memory attention problem solving',
  '97130': 'cognitive thinking memory attention more add-on',
  '97139': 'unlisted procedure',
  '97140': 'manual therapy hands-on joint soft tissue mobilization myofascial',
  '97150': 'group therapy class two or more patients together',
  '97161': 'pt evaluation eval low', '97162': 'pt evaluation eval moderate', '97163': 'pt evaluation eval high',
  '97164': 'pt re-evaluation re-eval reevaluation',
  '97165': 'ot evaluation eval low', '97166': 'ot evaluation eval moderate', '97167': 'ot evaluation eval high',
  '97168': 'ot re-evaluation re-eval reevaluation',
  '97530': 'activities functional tasks lifting transfers dynamic theract',
  '97533': 'sensory integration',
  '97535': 'self-care adl dressing bathing cooking home management',
  '97537': 'community work reintegration shopping transport',
  '97542': 'wheelchair fitting propulsion',
  '97545': 'work hardening conditioning', '97546': 'work hardening conditioning hour',
  '97550': 'caregiver family training', '97551': 'caregiver family training', '97552': 'caregiver family training group',
  '97750': 'performance test fce functional capacity measurement report',
  '97755': 'assistive technology assessment report',
  '97760': 'orthotic brace splint fitting training', '97761': 'prosthetic artificial limb training',
  '97763': 'orthotic prosthetic brace follow-up check',
  '97799': 'unlisted physical medicine service',
  '92507': 'speech language therapy individual slp', '92508': 'speech language therapy group slp',
  '92521': 'fluency stuttering evaluation', '92522': 'articulation sounds evaluation', '92523': 'language sounds evaluation', '92524': 'voice evaluation',
  '92526': 'swallowing dysphagia feeding', '92597': 'voice prosthesis', '92607': 'aac speaking device evaluation',
  '90785': 'interactive complexity add-on interpreter play',
  '90791': 'psychiatric intake diagnostic evaluation', '90792': 'psychiatric intake diagnostic evaluation medical',
  '90832': 'psychotherapy 30 minutes individual', '90834': 'psychotherapy 45 minutes individual', '90837': 'psychotherapy 60 minutes individual',
  '90833': 'psychotherapy 30 minutes add-on visit', '90836': 'psychotherapy 45 minutes add-on visit', '90838': 'psychotherapy 60 minutes add-on visit',
  '90839': 'crisis psychotherapy', '90840': 'crisis psychotherapy more add-on',
  '90845': 'psychoanalysis', '90846': 'family therapy without patient', '90847': 'family therapy with patient couples',
  '90849': 'several families multiple family group', '90853': 'group psychotherapy therapy mental health',
  '95992': 'vertigo bppv canalith epley repositioning',
  '98940': 'chiropractic adjustment spine manipulation 1-2', '98941': 'chiropractic adjustment spine manipulation 3-4', '98942': 'chiropractic adjustment spine manipulation 5', '98943': 'chiropractic adjustment extremity manipulation',
  '95851': 'rom range of motion goniometer limb', '95852': 'rom range of motion goniometer hand',
  '96125': 'cognitive test standardized', '97602': 'wound debridement', '29581': 'compression wrap leg lymphedema', '29584': 'compression wrap arm lymphedema',
};

/** Words of a code beside its label; empty where it has none. */
export function codeWords(code: string): string {
  return WORDS[code] ?? '';
}

/** The codes that have words. */
export function codesWithWords(): readonly string[] {
  return Object.keys(WORDS);
}

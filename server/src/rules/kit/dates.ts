/**
 * First days of service, yyyymmdd, on which a rule judges otherwise than before. Two days are only taken to be alike
 * where none of these stands between them, so a date that a rule or its kit compares with belongs here: a test reads
 * them all. Dates of codes, modifiers, pairs and payers are in their tables.
 */
export const RULE_DATES: readonly number[] = [20150101, 20151101, 20180101, 20190701, 20200101, 20200416];

/** Names of columns that say what a group is, where the code alone does not. */

/** Somebody or something that is seen several times, and of which a model must know others than those it was trained on. */
const ENTITY =
  /^(patient|subject|user|customer|client|member|person|people|participant|session|device|household|speaker|video|slide|plate|author|molecule|scaffold|driver|player|student|animal|mouse|recording|volunteer|donor|engine|bearing|worker|employee|rider|visitor|passenger)s?(_?(id|no|nr|num|number|code|key|uuid|name|idx|index))?$/i;

/** Somebody who is recorded more often than once as a rule. Patients and participants often have one row each. */
const SUBJECT = /^((subject|speaker|animal|mouse)_?(id|no|nr|num|number|code)|speaker)$/i;

/** Things that each have a series of their own, side by side in one table. */
const SERIES =
  /^(store|shop|product|item|sku|ticker|symbol|stock|station|sensor|site|machine|unit|meter|building|account|asset|country|region|city|state|location|brand|family|airport|route|well|fund|coin)s?(_?(id|no|nr|num|number|nbr|code|key|name))?$/i;

/** Parts of a date: groups of these are not entities. */
const CALENDAR =
  /^(year|month|day|hour|minute|second|week|weekday|quarter|date|time|datetime|timestamp|season|day_?of_?(week|month|year)|week_?of_?year)s?$/i;

export function isEntity(column: string): boolean {
  return ENTITY.test(column);
}

export function isSubject(column: string): boolean {
  return SUBJECT.test(column);
}

export function hasSeries(column: string): boolean {
  return ENTITY.test(column) || SERIES.test(column);
}

export function isCalendar(column: string): boolean {
  return CALENDAR.test(column);
}

/** Says when a row was, by its name. */
export function isTime(column: string): boolean {
  return (
    CALENDAR.test(column) || /(^|_)(date|time|datetime|timestamp|ts|ds|t|cycle|step|period)$/i.test(column)
  );
}

/**
 * Is this, as far as its name goes, what tells one row from another? Only words for a single case count: `store_id` or
 * `product_id` may be the code of a kind that many rows are of.
 */
export function isIdentifier(name: string): boolean {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return ALONE.has(plain) || OF_A_CASE.test(plain) || NUMBER_OF_A_CASE.test(plain);
}

const ALONE: ReadonlySet<string> = new Set(
  'id uuid guid unnamed0 rowid rownumber rownum recordid serialnumber serialno sno skidcurr skidprev'.split(
    ' ',
  ),
);

const OF_A_CASE =
  /^(passenger|customer|client|loan|application|applicant|patient|subject|user|member|account|person|employee|emp|student|order|transaction|invoice|policy|claim|case|record|sample|row|encounter|admission|visit|booking|ticket|property|listing|house|car|vehicle|tweet|review|message|comment|post|article|question|respondent|participant|borrower|donor|lead)(id|ids|uuid|guid)$/;

const NUMBER_OF_A_CASE =
  /^(row|serial|employee|account|invoice|order|policy|customer|record|roll)(no|number|nr)$/;

// Counting: a line for each check, findings below those that failed, the sum at the end.

/** A check that did not hold; its message is what the person running the judges reads. */
export class Fault extends Error {}

/** Holds, or the check fails with these words. */
export function must(holds, words) {
  if (!holds) throw new Fault(words);
}

/** Holds when the list is empty. */
export function mustBeEmpty(findings) {
  if (findings.length > 0) throw new Fault(findings.join("\n"));
}

export class Tally {
  passed = 0;
  failed = 0;

  /** Runs one check and tells how it went. What it throws is its failure; true means that it held. */
  async check(name, body) {
    try {
      await body();
      this.passed += 1;
      console.log(`ok ${name}`);
      return true;
    } catch (fault) {
      this.fail(name, fault instanceof Fault ? fault.message : (fault.stack ?? String(fault)));
      return false;
    }
  }

  /** Tells of a failure. */
  fail(name, words) {
    this.failed += 1;
    console.log(`FAILED ${name}`);
    for (const line of words.split("\n").slice(0, 40)) console.log(`    ${line}`);
  }

  /** The line that `cargo xtask` counts by. */
  sum() {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}

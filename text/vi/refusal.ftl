### Every "no" of the rules: `refusal-<code>` and its next step.

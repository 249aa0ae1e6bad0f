### What every filing begins with: on what ground somebody acts, which case it is, what it costs.

begin-ground-title = In what capacity do you file?
begin-ground-hint = It stands on the receipt and in the case, so that the officer knows who files, and for whom.
begin-ground-missing = Choose in what capacity you file
begin-ground-own = For myself
begin-ground-own-hint = The matter is your own
begin-ground-parent = A parent, for the child
begin-ground-parent-hint = You are the father or mother of the person named in the case
begin-ground-guardian = A guardian
begin-ground-guardian-hint = You are the guardian of the person named in the case
begin-ground-mandate = On a mandate
begin-ground-mandate-hint = Somebody asked you to file for them, and wrote an authorisation
begin-variant-title = Which case is yours?
begin-variant-hint = Each has its own papers and time limit. If you are not sure, call 1022.
begin-variant-missing = Choose which case is yours
begin-variant-limit = The law allows { $limit }
begin-people = Who files
begin-people-acting = Filed by
begin-people-ground = Capacity
begin-people-concerned = Filed for
begin-people-concerned-later = Not named yet
begin-people-self = The same person
begin-variant = Case
begin-again = Start anew
begin-continue = Continue your draft
begin-draft-saved = You have a draft, last saved { $at }.
begin-again-title = Throw the draft away and start anew?
begin-again-act = Throw it away and start anew
begin-again-keep = Keep the draft and continue

## What it costs

begin-fee = Fee
begin-fee-kind-fee = Fee
begin-fee-kind-levy = State levy
begin-fee-kind-price = Service price
begin-fee-kind-fee-or-levy = Fee or levy
begin-fee-online = { $amount } online
begin-fee-counter = At the counter: { $amount }
begin-fee-free = Free
begin-fee-dollars = { $dollars } US dollars
begin-fee-unknown = Not settled
begin-fee-per-page = { $amount } a page
begin-fee-per-copy = { $amount } a copy
begin-fee-per-person = { $amount } a person
begin-fee-per-event = { $amount } for each confirmed event
begin-fee-per-vehicle = { $amount } a vehicle
begin-fee-per-site = { $amount } a site
begin-fee-basis = By { $basis }
begin-fee-decision = By the publishing Decision { $decision }
begin-fee-free-basis = Nothing is charged, by { $basis }
begin-fee-free-decision = The publishing Decision { $decision } says that nothing is charged
begin-fee-relief = The charge is { $amount }; the city waives or reduces it for online filings, by { $basis }
begin-fee-unconfirmed = To be confirmed: the published source is not clear. You pay nothing when you file; if that changes, the desk tells you before it charges.

## The procedure page, for whoever is signed in and whoever is not

begin-questions-count = { $count } questions
begin-questions-signed-in = What the State holds about you is left out already. Stop at any time; your answers are kept
begin-questions-signed-out = Fewer once you have signed in, where the State holds the data. Stop at any time
begin-held-signed-in = You need not give these again
begin-held-signed-out = Once you have signed in, you need not give again
begin-held-signed-out-rest = Where the State holds them about you
begin-held-nothing = The State's registers hold nothing for this procedure yet, so you give it yourself.

## Papers that not everybody needs

begin-papers-optional = { $count ->
    [one] { $count } other paper, only if your case needs it
   *[other] { $count } other papers, only if your case needs them
}
begin-papers-for = Only if: { $who }

## Progress for everybody who knows a number

begin-track-intake = The desk must answer the applicant { $when }.
begin-track-limit = The result is due { $when }, by the limit of law.
begin-track-promise = The city promised the result { $promise }. The law allows until { $limit }.
begin-track-supplement = The applicant is to complete the case { $when }. The time limit waits for it.
begin-track-supplement-open = The case waits for the applicant to complete it; it has no due date yet.
begin-track-paused = The time limit stands still by law; the due date is counted anew when it runs again.
begin-track-not-yet = The desk is looking at what was added. A due date exists once the case is accepted.
begin-track-over = Nothing is due in this case any more.

## The procedure page

begin-for = For:
begin-fee-unconfirmed-short = To be confirmed: the published source is not clear
begin-papers-only-optional = { $count ->
    [one] { $count } paper, only if your case needs it
   *[other] { $count } papers, only if your case needs them
}
begin-papers-held = { $register }: the State has it, you need not give this paper. Upload it only if that is wrong.
begin-papers-held-short = Already held: { $register }

### The frame of every page and the components: header, navigation, footer, forms, tables.

common-city = Đà Nẵng One-Stop
common-city-sub = Public services of the city
common-brand-short = One-Stop
common-demo = BẢN TRÌNH DIỄN · DEMO
common-demo-note = The city, people and cases shown here are invented. Do not send real papers.
common-skip = Skip to the main content
common-title = { $title } – Đà Nẵng One-Stop
common-title-error = Error: { $title } – Đà Nẵng One-Stop
common-language-other = Tiếng Việt

## Navigation

common-nav-main = Main
common-nav-tabs = Main ways
common-nav-crumbs = You are here
common-nav-procedures = Services
common-nav-cases = My cases
common-nav-notices = Notices
common-tab-home = Home
common-tab-procedures = Services
common-tab-cases = Cases
common-tab-notices = Notices
common-office-search = Case number, name, ID number
common-sign-in = Sign in
common-sign-out = Sign out
common-account = Account: { $name }
common-back = Back

## Footer

common-footer-run-by = Run by the People’s Committee of Đà Nẵng City.
common-footer-help = Need a person to help?
common-footer-help-call = Call
common-footer-help-hours = 24 hours a day
common-footer-desks = File at a one-stop desk
common-footer-accessibility = Accessibility and comments
common-footer-privacy = Your personal data

## Forms

common-continue = Continue
common-save-later = Save and finish later
common-change = Change
common-cancel = Cancel
common-search = Search
common-optional = optional
common-error-prefix = Error:
common-errors = There are { $count } things to correct
common-errors-one = There is one thing to correct
common-day = Day
common-month = Month
common-year = Year
common-question-of = Question { $at } of { $of }
common-file-remove = Remove this file
common-not-yet = Not possible yet
common-from-register = Taken from

## Case, clock and steps

common-answer-received = Was it received?
common-answer-holder = Who has it now?
common-answer-next = What happens next?
common-answer-when = When will it be done?
common-step-done = Done.
common-step-now = Current step.
common-step-later = Later.
common-task-done = Done
common-task-yours = Your turn
common-task-runs = Runs by itself
common-days-left-late = { $late } late
common-days-left-today = Today { $time }
common-days-left = { $left } left
common-days-left-paused = Paused
common-day-strip = { $used } used; the city promises { $promised }, the law allows { $legal }.
common-day-strip-legal = { $used } used of the { $legal } the law allows.
common-day-strip-arch = Each arch is { $days } days.
common-day-strip-used = { $used } used
common-day-strip-promised = { $on } promised
common-day-strip-legal-end = { $on } law
common-scan-to-track = Scan to follow
common-qr-label = QR code that leads to the page following this case

## Tables and lists

common-pager = Pages
common-pager-previous = Previous page
common-pager-next = Next page
common-count-cases = { $count } cases
common-select-row = Select { $name }

## Undo

common-undo = Undo
common-undo-left = { $seconds } seconds left
common-undo-over = too late to undo

## Pages to which every footer leads

common-about-help = Need a person to help?
common-about-help-lead = You need not do this alone. You can call, come in, or have somebody fill in the form with you; the case stays yours.
common-about-help-call = Call 1022
common-about-help-call-body = The line answers 24 hours a day about services, open cases and this site. Have your case number or receipt number at hand.
common-about-help-desk = Come to a one-stop desk
common-about-help-desk-body = Come to the public service centre of a ward or commune and bring your identity card. Most things can be filed at any of them; call 1022 to ask for the nearest. The officer helps you fill in the form.
common-about-help-assist = Let somebody fill it in with you
common-about-help-assist-body = Helpers fill in; they do not sign for you. Never give anybody your password or a confirmation code; officers never ask for them.
common-about-accessibility = Accessibility and comments
common-about-accessibility-lead = This site is made to work for everybody: by keyboard, with a screen reader, on a small phone, with enlarged text, and without scripts.
common-about-accessibility-can = What works
common-about-accessibility-can-body = Everything can be done by keyboard alone. Pages fit a screen 320 pixels wide, and text at double size is not cut off. Colour is never the only signal. Every error says what to correct.
common-about-accessibility-cannot = What we are not sure of
common-about-accessibility-cannot-body = Machines check every change against WCAG 2.2, level AA. Nobody with a disability has tried the site yet, and machines do not find every obstacle.
common-about-accessibility-tell = Tell us
common-about-accessibility-tell-body = If something does not work for you, call 1022 and name the page. You can still file at a one-stop desk while we mend it.
common-about-privacy = Your personal data
common-about-privacy-lead = The city keeps only what your case needs, and records every time somebody opens it.
common-about-privacy-held = What we hold
common-about-privacy-held-body = The answers and papers you send, the course of the case, the result. What comes from a state register names its source right beside it. There is no advertising and no tracking.
common-about-privacy-seen = Who may look
common-about-privacy-seen-body = You, and the officers who work on your case. Every look is recorded: who, when, and why.
common-about-privacy-ask = Your rights
common-about-privacy-ask-body = You may see your data, ask for corrections, and know who has looked, under the Personal Data Protection Law 91/2025/QH15. Call 1022 or come to a one-stop desk.
common-limit-hours = { $hours } hours
common-limit-same-day = The same day
common-limit-unsettled = To be confirmed
common-fee-unsettled = To be confirmed
common-fee-none = Free
common-channel-online = Online
common-channel-counter = At the counter
common-channel-public-post = Public post
common-channel-post-agent = Post office agent
common-channel-community-team = Community digital team
common-channel-weekend-event = Weekend event
common-channel-kiosk = Kiosk
common-channel-phone = Phone 1022

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
common-office-search = Find a case number, name, paper
common-sign-in = Sign in
common-sign-out = Sign out
common-account = Account: { $name }
common-back = Back

## Footer

common-footer-run-by = Run by the People’s Committee of Đà Nẵng City.
common-footer-help = Need a person to help?
common-footer-help-call = Call
common-footer-help-hours = 24 hours a day
common-footer-desks = Find a one-stop desk near you
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
common-file-choose = Choose files or take photos
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
common-select-all = Select all
common-select-row = Select { $name }

## Undo

common-undo = Undo
common-undo-left = { $seconds } seconds left
common-undo-over = too late to undo

### The places where one can walk in: addresses, hours, open now or not.

offices-title = Where the desks are, and when they are open
offices-lead = Most procedures can be filed at any ward or commune of the city. Bring your identity card; the receiving officer helps you fill in.
offices-search = Name of a ward, commune, department or street
offices-search-hint = With or without marks, for example “hai chau” or “Núi Thành”
offices-search-act = Find a desk
offices-all = Show all
offices-none = No desk matches these words.
offices-count = { $count } of { $all } desks
offices-count-all = { $count } desks in the city
offices-hours = Opening hours
offices-days = { $from } to { $to }
offices-interval = { $from } to { $to }
offices-closed = closed
offices-hours-unconfirmed = By the general calendar, to be confirmed by the city. Call 1022 before you travel far.
offices-shut = { $day }, closed: { $name }
offices-open-until = Open, until { $at }
offices-opens-at = Closed, opens { $at }
offices-moment = { $time } on { $day }
offices-no-desk = It has no desk. File online, or at the city's centre.
offices-takes-for = Takes cases for:
offices-table = The desks
offices-name = Desk
offices-address = Address
offices-now = Now
offices-address-unknown = Call 1022 for the address
offices-link = Addresses and opening hours of the one-stop desks

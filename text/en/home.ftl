### The portal's first page and the search.

home-title = What do you need to do?
home-hint = Type it the way you say it, in Vietnamese, with or without marks.
home-placeholder = e.g. khai sinh
home-often = Often looked for:
home-often-1 = khai sinh
home-often-2 = hộ kinh doanh
home-often-3 = kết hôn
home-often-4 = tạm trú
home-mine = Your cases
home-mine-all = See all ({ $count })
home-drafts = Unfinished drafts
home-drafts-count = Drafts: { $count }. Go on whenever you like
home-track = Look up a case
home-track-hint = With a case number or a receipt reference you can see where a case is, without signing in.
home-popular = Procedures people often need
home-popular-all = Search { $count } procedures
home-people = Would you rather not do it online?
home-people-desk = Come to a one-stop desk
home-people-desk-body = In { $count } wards and communes; most things can be filed at any of them
home-people-call = Call 1022
home-people-call-body = 24 hours a day
home-people-assist = Let somebody fill it in with you
home-people-assist-body = They only type; it stays your application
home-people-track = Look up a case
home-people-track-body = All you need is the number or the reference

## Search

home-search-title = Find a procedure
home-search-for = Results for “{ $text }”
home-search-read-as = We read this as “{ $text }”.
home-search-list = The procedures that most people need, most needed first.
home-search-none = No procedure found
home-search-none-how = Try fewer words, or name the paper you want to have: “giấy khai sinh”, “giấy phép xây dựng”.
home-search-meant = You may have meant:
home-search-here = Can be filed here
home-search-unconfirmed = Figures not confirmed yet
home-search-code = Code { $code } · { $field }
home-search-code-only = Code { $code }
home-search-fields = Only this field:
home-search-in-field = Only the field { $field }.
home-search-all-fields = All fields
home-search-range = Results { $from }–{ $to }

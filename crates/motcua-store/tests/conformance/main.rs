//! What a store promises, once, on SQLite in memory, SQLite on disk, and PostgreSQL.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing; promises are functions here, not tests"
)]

mod catalogue;
mod cluster;
mod commits;
mod desk;
mod drafts;
mod kill;
mod lists;
mod numbers;
mod on_a_server;
mod one_process;
mod outbox;
mod passes;
mod people;
mod reports;
mod sample;
mod sessions;
mod statements;
mod stores;
mod takings;
mod tokens;
mod uploads;

/// Makes three tests of every promise.
macro_rules! promises {
    ($($module:ident: $($promise:ident),+ $(,)?;)+) => {
        promises!(@on in_memory $($module: $($promise),+;)+);
        promises!(@on on_disk $($module: $($promise),+;)+);
        promises!(@on on_server $($module: $($promise),+;)+);
    };
    (@on $place:ident $($module:ident: $($promise:ident),+;)+) => {
        mod $place {
            $(mod $module {
                $(#[test]
                fn $promise() {
                    if let Some(place) = crate::stores::$place() {
                        crate::$module::$promise(place);
                    }
                })+
            })+
        }
    };
}

promises! {
    commits:
        events_come_back_in_their_order_and_whole,
        a_stream_that_moved_on_is_a_conflict,
        a_stream_that_is_not_there_yet_is_a_conflict,
        a_part_that_fails_leaves_nothing_of_the_whole,
        a_commit_over_two_streams_is_all_or_nothing,
        a_case_row_comes_back_as_it_was_written,
        the_last_of_two_rows_of_a_case_counts,
        the_facts_of_a_sending_cannot_be_changed,
        a_key_finds_the_first_answer,
        a_key_with_another_body_is_refused,
        fifty_senders_with_one_key_make_one_case,
        many_writers_of_one_stream_follow_each_other,
        work_that_panics_writes_nothing_and_the_store_goes_on,
        large_commits_are_whole,
        case_ids_come_in_order_in_batches,
        what_belongs_to_a_case_comes_back,
        whoever_looked_is_remembered_newest_first,
        what_was_acknowledged_is_there_after_reopening;
    numbers:
        numbers_are_unique_and_gapless_among_sixteen_threads_with_failures,
        a_number_is_written_into_what_it_numbers,
        a_number_that_cannot_be_used_is_free_again,
        a_repeated_call_takes_no_number,
        a_case_is_found_by_number_and_by_reference;
    lists:
        a_scope_lists_exactly_what_it_admits,
        pages_are_complete_without_doubles_under_ties,
        every_filter_narrows_as_it_says,
        a_count_goes_no_further_than_its_bound,
        an_empty_scope_lists_nothing,
        names_come_with_the_cases,
        counts_of_several_lists_are_those_of_each,
        a_case_that_several_filters_let_in_is_listed_once;
    people:
        people_and_staff_come_back_as_they_were_written,
        two_providers_may_name_two_people_alike,
        a_desk_finds_people_exactly_and_registers_a_number_once,
        persons_without_an_issuer_are_adopted_once,
        staff_are_listed_by_given_name_and_only_while_active,
        passkeys_are_found_by_credential,
        notices_come_newest_first;
    reports:
        cases_are_counted_by_the_marks_that_the_domain_sees,
        late_and_soon_due_are_counted_by_agency_and_division,
        the_register_comes_in_the_order_of_acceptance_whole_and_within_the_scope;
    desk:
        a_view_is_saved_only_over_the_version_that_was_read,
        a_private_note_is_its_writers_alone,
        a_file_is_open_until_its_reader_looks_elsewhere_and_no_longer_than_the_most,
        people_are_found_by_the_beginning_or_the_end_of_a_name_and_by_number,
        a_search_for_people_keeps_to_the_scope,
        a_name_that_too_many_have_says_that_it_was_cut;
    passes:
        a_pass_goes_on_only_from_where_it_was_read,
        unresolved_cases_are_those_with_a_number_and_no_result;
    drafts:
        a_draft_is_saved_only_over_the_version_that_was_read,
        two_devices_that_save_at_once_make_one_winner,
        a_sent_draft_is_gone_and_cannot_be_sent_again,
        drafts_of_a_person_come_last_saved_first,
        a_draft_is_begun_once_by_twenty_threads;
    takings:
        takings_of_a_desk_come_in_order_until_a_closing_takes_them,
        a_taking_is_closed_once_and_a_closing_is_never_written_over;
    sessions:
        a_session_begins_is_used_and_ends,
        a_ticket_is_taken_once_by_twenty_threads,
        a_ticket_expires_and_keeps_to_its_purpose,
        what_has_expired_is_forgotten_and_the_rest_is_kept;
    tokens:
        tokens_come_back_and_are_listed_newest_first,
        a_token_is_taken_back_once_and_stays_on_the_list;
    uploads:
        uploads_of_a_day_are_counted_by_person,
        uploads_that_nothing_refers_to_are_forgotten_and_no_others;
    outbox:
        a_message_leaves_not_before_its_time_and_once_per_lease,
        a_lease_that_ran_out_is_claimed_again,
        workers_at_once_share_the_messages,
        a_message_is_retried_or_given_up;
    catalogue:
        an_import_adds_versions_and_keeps_equal_ones,
        what_must_be_settled_is_replaced_with_each_import,
        every_procedure_is_visited_once_in_order;
}

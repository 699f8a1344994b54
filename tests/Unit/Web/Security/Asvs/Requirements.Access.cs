using static HeiChartViewer.Tests.Unit.Web.Security.Asvs.Requirement;

namespace HeiChartViewer.Tests.Unit.Web.Security.Asvs;

internal static partial class Requirements
{
    private const string Resource = "the viewer serves no API to clients of OAuth";
    private const string Server = "the EHR's or the organisation's authorization server";

    // csharpier-ignore-start - a table reads best as one
    private static Requirement[] Sessions() =>
    [
        Proved("7.1.1", 2, "How long a session lasts is written down", "ChartSessionOptionsValidatorTests.What_stands_where_nothing_is_configured_is_sound_and_as_documented"),
        Proved("7.1.2", 2, "and how many one user may have", "ChartCircuitTests.A_user_gets_so_many_charts_and_another_user_still_gets_one", "SessionLifetimeSpec.A_chart_too_many_is_refused_with_a_page_and_the_others_go_on"),
        Written("7.1.3", 2, "and how it goes with the provider's", "sign-in.md, What the viewer does; integrator.md, Tokens"),
        Proved("7.2.1", 1, "The server decides about sessions", "ChartSessionsTests.Control_47_A_sign_that_comes_after_the_lock_opens_nothing", "ChartCircuitTests.Nothing_that_a_browser_sends_is_heard_once_the_session_is_closed"),
        Proved("7.2.2", 1, "Session tokens are made for the session", "ChartSessionsTests.Control_37_Two_openings_of_one_patient_are_two_sessions"),
        Proved("7.2.3", 1, "of 128 random bits and more", "ChartSessionsTests.Control_22_Session_ids_are_long_random_and_never_taken_from_outside", "DocumentTicketsTests.Tickets_are_256_random_bits_in_the_path_of_their_session"),
        Partly("7.2.4", 1, "anew at each sign-in, and the old one ends", "a new launch leaves the charts that are open open: one for each frame is the aim", "SignedLaunchTests.Control_22_and_23_Each_launch_is_a_session_of_its_own", "SignInCookieTests.A_sign_in_is_a_new_session_and_the_one_before_is_worth_nothing_any_more", "ChartSessionsTests.A_coordinators_locked_chart_opens_for_a_later_sign_in_of_the_same_user_alone"),
        Partly("7.3.1", 2, "A session that nobody uses ends", "a chart does, and a search with its sign-in; the sign-in of somebody who only launches charts lasts for its `Lifetime`", "ChartSessionsTests.Control_44_A_session_that_nobody_uses_is_warned_locked_and_ended", "SessionLifetimeSpec.Control_44_A_chart_that_nobody_uses_is_warned_locked_and_ended", "SessionLifetimeSpec.Control_44_Found_people_do_not_stay_on_a_screen_that_nobody_is_at"),
        Proved("7.3.2", 2, "and each one at last", "SessionWatchTests.Control_45_The_lifetime_ends_a_chart_that_is_in_use", "SignInTicketsTests.A_sign_in_is_open_until_its_end", "CookieTests.A_sign_in_lasts_as_long_as_is_configured", "UserSessionsTests.A_sign_in_that_is_over_takes_the_charts_it_vouched_for_with_it_and_no_others"),
        Proved("7.4.1", 1, "What has ended does not come back", "SignInSpec.Signing_out_ends_it_here_and_at_the_provider", "SessionLifetimeSpec.Control_35_Back_to_a_chart_that_is_locked_shows_nothing_of_it", "ReconnectSpec.Control_36_A_chart_that_was_ended_meanwhile_does_not_come_back"),
        Partly("7.4.2", 1, "Whose account ends, their sessions end", "the viewer has no accounts: it hears of it by the provider's logout, by the EHR's refusal to renew, or from an administrator, and else at the end of the sign-in", "BackChannelSignOutTests.A_token_names_the_user_and_the_providers_session", "SmartAuthorityTests.A_chart_ends_where_the_EHR_refuses_to_renew_its_grant", "UserSessionsTests.Control_52_All_of_one_users_charts_and_sign_ins_end_and_no_one_elses"),
        Elsewhere("7.4.3", 2, "A changed password may end the other sessions", "the viewer keeps no passwords"),
        Proved("7.4.4", 2, "Signing out is easily found", "OwnSessionsSpec.A_chart_that_its_user_closes_by_the_menu_is_off_its_screen_and_does_not_come_back", "ClosingEffectsTests.A_chart_that_its_user_closes_ends_on_each_of_its_screens_and_no_other_does", "KeyboardSpec.WCAG_2_1_1_Twelve_tasks_by_keyboard_alone_from_sign_in_to_sign_out"),
        Proved("7.4.5", 2, "An administrator can end a user's sessions", "SessionLifetimeSpec.Control_52_An_administrator_ends_a_users_sessions_and_sees_no_patient", "UserSessionsTests.Control_52_All_of_one_users_charts_and_sign_ins_end_and_no_one_elses"),
        Elsewhere("7.5.1", 2, "Changing an account asks for the password", "the viewer has no accounts to change"),
        Partly("7.5.2", 2, "Users see and end their sessions", "whoever has signed in does, on the account page, at the server that answers it, and proves nothing anew for it, since an end shows nothing; whom only an EHR's launch vouches for closes each chart from its own menu", "UserSessionsTests.A_user_sees_their_own_sessions_without_a_patient_and_ends_the_one_they_name", "OwnSessionsSpec.A_user_ends_one_of_their_own_charts_from_their_account_and_sees_no_patient_there", "SignInTicketsTests.Control_52_Ending_a_user_ends_each_of_their_sign_ins_and_nobody_elses"),
        Proved("7.6.1", 2, "Sessions here and at the provider end as written", "SmartAuthorityTests.A_chart_ends_where_the_EHR_refuses_to_renew_its_grant", "ProofSpec.A_locked_chart_opens_for_a_password_and_for_no_sign_in_that_came_without_one", "UserSessionsTests.A_sign_in_that_is_over_takes_the_charts_it_vouched_for_with_it_and_no_others", "SignInSpec.A_sign_out_at_the_provider_closes_the_charts_once_and_its_token_does_nothing_again"),
        Partly("7.6.2", 2, "No session begins without its user", "opening a patient in the EHR is the act; a page elsewhere that has a valid launch can begin a new session, and alter none", "SignedLaunchTests.Control_22_and_23_Each_launch_is_a_session_of_its_own", "SmartControlTests.Control_25_Another_browser_cannot_use_the_answer"),
    ];

    private static Requirement[] Authorization() =>
    [
        Written("8.1.1", 1, "Who may do what is written down", "security.md, Who may do what"),
        Written("8.1.2", 2, "and what of a record", "security.md, Who may do what: a chart is shown whole"),
        Proved("8.2.1", 1, "Functions are for those who have them", "ModesSpec.Promise_17_Only_a_coordinator_finds_the_search", "ModesSpec.Promise_17_A_chart_launched_browser_finds_no_search", "SignInSpec.A_user_without_a_role_gets_in_nowhere", "RouteCoverageTests.Each_route_is_for_whom_the_table_says"),
        Proved("8.2.2", 1, "Data are for those whom they were opened for", "SessionBindingTests.Control_22_A_copied_address_opens_nothing_in_another_browser", "DocumentEndpointTests.Another_session_cannot_fetch_it", "RawRecordTests.Control_38_Another_patients_record_and_another_record_are_withheld", "ModesSpec.A_coordinators_chart_opens_for_that_coordinator_alone"),
        Elsewhere("8.2.3", 2, "Fields are for those who may see them", "HealtheIntent sets no rule by field, and the viewer reads only: a chart is shown whole"),
        Proved("8.3.1", 1, "The server enforces it", "ChartCircuitTests.Nothing_that_a_browser_sends_is_heard_once_the_session_is_closed", "SectionEffectsTests.Nothing_is_asked_for_on_behalf_of_a_locked_session", "ArchitectureTests.Control_41_Components_send_no_requests_and_read_no_http_context"),
        Proved("8.4.1", 2, "No tenant reaches another's", "SignedLaunchTests.Controls_8_to_18_What_is_wrong_is_refused_and_named_in_the_audit_log_alone", "TenantIsolationTests.Control_17_A_partition_of_one_tenant_signed_by_a_host_of_another_opens_nothing", "SmartRefusalTests.A_launch_of_another_tenant_of_the_EHR_is_refused"),
    ];

    private static Requirement[] OAuth() =>
    [
        Proved("10.1.1", 2, "Tokens go where they are needed and nowhere else", "SmartControlTests.Control_28_No_token_reaches_the_browser_or_the_log", "SmartControlTests.Control_26_The_PKCE_verifier_never_leaves_the_server_before_the_code_has_come"),
        Partly("10.1.2", 2, "An answer belongs to the browser that began", "in a frame that is denied cookies, the `state` of a SMART launch is known to the browser that began and bound to it by nothing else", "SmartControlTests.Control_25_Another_browser_cannot_use_the_answer", "SmartControlTests.Control_25_A_state_has_256_random_bits", "SignInSpec.Control_25_A_callback_of_another_browser_is_refused"),
        Proved("10.2.1", 2, "Nobody forges an answer", "SmartControlTests.Control_25_A_state_is_good_once", "SmartFuzzTests.No_mutated_callback_opens_a_chart_or_breaks_the_viewer", "SignInSpec.Control_25_A_callback_that_no_sign_in_here_waits_for_is_refused"),
        Proved("10.2.2", 2, "One server is not taken for another", "SmartControlTests.Control_24_An_answer_of_another_server_than_was_asked_is_a_mix_up"),
        Elsewhere("10.3.1", 2, "An API checks the audience", Resource),
        Elsewhere("10.3.2", 2, "and what was delegated", Resource),
        Elsewhere("10.3.3", 2, "and who the user is", Resource),
        Elsewhere("10.3.4", 2, "and how they signed in", Resource),
        Deployment("10.4.1", 1, "Redirect addresses are compared exactly", Server),
        Deployment("10.4.2", 1, "A code is good once", Server),
        Deployment("10.4.3", 1, "and for minutes", Server),
        Deployment("10.4.4", 1, "Only the grants that are needed", Server),
        Deployment("10.4.5", 1, "Refresh tokens cannot be replayed", Server),
        Deployment("10.4.6", 2, "PKCE is required; the viewer always sends it, and refuses an EHR whose metadata name no S256", Server),
        Deployment("10.4.7", 2, "Dynamic registration is guarded", Server),
        Deployment("10.4.8", 2, "Refresh tokens end at last", Server),
        Deployment("10.4.9", 2, "Users can revoke tokens", Server),
        Deployment("10.4.10", 2, "Confidential clients prove themselves", Server),
        Deployment("10.4.11", 2, "Only the scopes that are needed are granted", Server),
        Proved("10.5.1", 2, "An id_token is not replayed", "SmartControlTests.Control_27_An_id_token_that_is_wrong_in_one_thing_proves_nobody"),
        Proved("10.5.2", 2, "A user is the issuer and the subject", "OidcClaimsTests.One_subject_of_two_issuers_is_two_users"),
        Proved("10.5.3", 2, "Metadata name the configured issuer", "SmartControlTests.Control_24_The_metadata_must_name_the_configured_issuer", "SmartDiscoveryTests.A_configuration_of_OpenID_Connect_must_be_the_issuers_own"),
        Proved("10.5.4", 2, "An id_token is for this client", "SmartControlTests.Control_27_An_id_token_that_is_wrong_in_one_thing_proves_nobody", "IdTokenCheckTests.A_token_for_several_must_say_that_this_viewer_asked_for_it"),
        Partly("10.5.5", 2, "A logout token is one", "a token without a type, or of the type JWT, is taken for one by its event and its want of a nonce: not every provider types them", "BackChannelSignOutTests.Anything_wrong_signs_nobody_out", "BackChannelSignOutTests.Another_kind_of_token_signs_nobody_out", "BackChannelSignOutTests.A_token_signs_somebody_out_once"),
        Deployment("10.6.1", 2, "The provider uses no implicit flow", Server),
        Deployment("10.6.2", 2, "The provider signs nobody out by force", Server),
        Deployment("10.7.1", 2, "Users consent", Server),
        Deployment("10.7.2", 2, "and know to what", Server),
        Deployment("10.7.3", 2, "and can take it back", Server),
    ];

    private static Requirement[] Logging() =>
    [
        Written("16.1.1", 2, "What is logged where is written down", "security.md, What is logged where"),
        Proved("16.2.1", 2, "Entries say who, what, when and from where", "AuditLogTests.Every_field_is_kept_as_given", "AuditCoverageTests.Control_60_Each_entry_says_who_for_whom_why_and_from_where"),
        Partly("16.2.2", 2, "Times are UTC and clocks agree", "that the machine's clock is right is the deployment's; the doctor tells where it is off", "AuditEventTests.The_time_is_utc_and_no_finer_than_every_store_keeps", "DoctorCommandTests.A_clock_that_is_off_is_told"),
        Written("16.2.3", 2, "Logs go where the inventory says", "security.md, What is logged where: the audit log writes to its own store, the rest to standard output"),
        Proved("16.2.4", 2, "Logs can be read by others", "AuditExportTests.Every_action_has_its_place_in_FHIR"),
        Proved("16.2.5", 2, "Secrets are not logged", "PrivacySpec.Control_54_and_59_Even_the_most_talkative_log_names_no_patient", "SmartControlTests.Control_28_No_token_reaches_the_browser_or_the_log", "AuditLogTests.The_file_does_not_hold_what_opens_a_session"),
        Proved("16.3.1", 2, "Sign-ins are logged, also those that fail", "ProviderAwayTests.A_sign_in_that_fails_is_recorded", "RouteCoverageTests.Control_60_Each_route_writes_what_the_table_says", "SmartControlTests.Control_27_An_id_token_that_is_wrong_in_one_thing_proves_nobody"),
        Proved("16.3.2", 2, "and what was denied", "SignedLaunchTests.Controls_8_to_18_What_is_wrong_is_refused_and_named_in_the_audit_log_alone", "RouteCoverageTests.Control_60_Each_route_writes_what_the_table_says"),
        Proved("16.3.3", 2, "and what goes round a control", "RefusedRequestsTests.What_was_turned_away_is_recorded_once_a_minute_for_each_address_and_kind", "SecurityHeadersTests.Control_30_A_flood_of_launches_is_told_to_wait", "SectionEffectsTests.Control_38_A_page_of_another_patient_is_withheld", "SignedLaunchTests.Controls_8_to_18_What_is_wrong_is_refused_and_named_in_the_audit_log_alone"),
        Proved("16.3.4", 2, "and errors that nobody expected", "RequestLogHandlerTests.A_server_whose_certificate_nobody_vouches_for_gets_no_request_and_is_logged_as_that", "UnexpectedErrorTests.Control_57_An_error_that_nobody_expected_is_logged_and_shows_nothing_of_the_inside"),
        Proved("16.4.1", 2, "Foreign text breaks no log", "AuditEventTests.Control_56_What_would_break_a_line_or_turn_it_round_is_named_instead"),
        Partly("16.4.2", 2, "Logs cannot be changed or read by others", "a change shows, and is not prevented; who may read the file is the deployment's", "AuditChainTests.Tampering_is_found_and_the_first_broken_entry_is_named", "AuditChainTests.An_end_that_was_cut_off_is_missed_by_a_witness"),
        Deployment("16.4.3", 2, "Logs go to another system", "collect `audit export` and standard output; the viewer sends nothing by itself"),
        Proved("16.5.1", 2, "An error tells nothing of the inside", "SecurityHeadersTests.Controls_51_and_57_and_58_Every_route_of_the_app_carries_the_policy_whatever_it_is_asked"),
        Proved("16.5.2", 2, "What fails elsewhere fails safely here", "FaultsSpec.A_section_that_fails_leaves_the_others_alone", "SmartAuthorityTests.A_chart_does_not_end_because_the_EHR_does_not_answer"),
        Proved("16.5.3", 2, "What fails here shows nothing", "AuditCoverageTests.Control_62_Where_it_cannot_be_recorded_nothing_is_asked_for_or_shown", "SectionEffectsTests.Rule_10_A_defect_of_ours_ends_in_a_state_and_not_in_a_spinner"),
    ];
    // csharpier-ignore-end
}

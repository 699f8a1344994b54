using static HeiChartViewer.Tests.Unit.Web.Security.Asvs.Requirement;

namespace HeiChartViewer.Tests.Unit.Web.Security.Asvs;

internal static partial class Requirements
{
    // csharpier-ignore-start - a table reads best as one
    private static Requirement[] WebFrontend() =>
    [
        Partly("3.2.1", 1, "Nothing is interpreted in another context than its own", "a PDF is served without the sandbox directive, because a browser's own viewer does not run in one", "DocumentEndpointTests.A_page_comes_once_into_an_origin_of_its_own_where_it_can_do_nothing", "DocumentTests.Pictures_and_PDF_are_served_as_what_they_are_whatever_their_source_calls_them"),
        Proved("3.2.2", 1, "Text is drawn as text", "HostileTextSpec.Every_hostile_string_in_every_text_field_is_text_on_every_view", "ArchitectureTests.Text_of_a_record_is_never_raw_markup"),
        Proved("3.3.1", 1, "Cookies are `Secure`, with a prefix", "CookieTests.Before_a_live_tenant_every_cookie_is_secure_and_of_this_host_alone", "CookieTests.The_cookie_of_a_chart_is_for_its_frame_alone"),
        Proved("3.3.2", 2, "`SameSite` says what each cookie is for", "CookieTests.Before_a_live_tenant_every_cookie_is_secure_and_of_this_host_alone", "CookieTests.The_cookie_of_a_chart_is_for_its_frame_alone"),
        Proved("3.3.3", 2, "Cookies are `__Host-`", "CookieTests.Before_a_live_tenant_every_cookie_is_secure_and_of_this_host_alone"),
        Proved("3.3.4", 2, "Scripts read no cookie that proves anything", "CookieTests.Before_a_live_tenant_every_cookie_is_secure_and_of_this_host_alone"),
        Proved("3.4.1", 1, "HSTS for a year and for subdomains", "TransportSecurityTests.Every_answer_asks_for_TLS_for_a_year_but_the_sandboxs_without_it"),
        Proved("3.4.2", 1, "No other origin is allowed to read an answer", "SecurityHeadersTests.No_answer_allows_another_origin_to_read_it"),
        Partly("3.4.3", 2, "A content security policy on every answer", "`base-uri` is 'self', not 'none': the pages have a base of their own, which the framework needs", "SecurityHeadersTests.Every_answer_carries_the_policy", "SecurityHeadersTests.Controls_51_and_57_and_58_Every_route_of_the_app_carries_the_policy_whatever_it_is_asked"),
        Proved("3.4.4", 2, "`nosniff` on every answer", "SecurityHeadersTests.Every_answer_carries_the_policy"),
        Proved("3.4.5", 2, "The referrer tells nobody an address", "SecurityHeadersTests.Every_answer_carries_the_policy", "FramedLaunchSpec.Control_21_Nothing_in_the_frame_keeps_an_identifier"),
        Proved("3.4.6", 2, "Nothing is framed but where it has to be", "SecurityHeadersTests.Only_charts_and_launches_may_be_framed_and_only_by_the_configured_hosts", "SecurityHeadersTests.A_chart_that_was_opened_from_a_search_is_framed_by_nobody_and_its_documents_by_it_alone"),
        Proved("3.5.1", 1, "What changes something is asked by a page of ours", "ForgeryTests.A_form_without_its_token_changes_nothing", "ModesSpec.Control_42_A_page_of_another_origin_or_none_gets_no_circuit"),
        Elsewhere("3.5.2", 1, "Where a preflight protects, no simple request gets through", "nothing relies on a preflight"),
        Partly("3.5.3", 1, "What changes something is no GET", "a launch and a provider's front-channel logout are GETs by their protocols: the one only begins a new session, the other only ends one", "ForgeryTests.A_form_without_its_token_changes_nothing", "SignedLaunchTests.Control_22_and_23_Each_launch_is_a_session_of_its_own"),
        Deployment("3.5.4", 2, "Each application has a host name of its own", "give the viewer one"),
        Elsewhere("3.5.5", 2, "Messages between windows are checked", "no script listens for any"),
        Proved("3.7.1", 2, "No plug-ins", "SecurityHeadersTests.Every_answer_carries_the_policy"),
        Proved("3.7.2", 2, "Redirects lead to listed places alone", "SmartControlTests.Control_24_No_endpoint_is_open_or_on_a_foreign_host", "SmartControlTests.Control_24_An_EHR_that_is_not_configured_is_not_even_connected_to"),
    ];

    private static Requirement[] Tokens() =>
    [
        Proved("9.1.1", 1, "A token is believed for its signature", "SignedLaunchTests.Control_1_and_3_A_token_without_its_signature_is_refused", "SignedLaunchTests.Control_2_What_was_signed_cannot_be_changed", "SignedLaunchFuzzTests.No_mutated_token_is_believed_or_breaks_the_check", "IdTokenCheckTests.A_claim_that_is_missing_or_anothers_proves_nobody"),
        Proved("9.1.2", 1, "Only listed algorithms, and none is not one", "SignedLaunchTests.Control_4_No_signature_at_all_is_no_algorithm", "SignedLaunchTests.Control_5_A_public_key_is_no_shared_secret", "SignedLaunchTests.Control_6_Only_the_algorithms_of_the_list", "IdTokenCheckTests.The_published_key_is_no_shared_secret"),
        Proved("9.1.3", 1, "Keys come from configured places", "SignedLaunchTests.Control_7_No_address_in_a_token_is_followed", "SignedLaunchTests.Control_7_No_key_in_a_token_is_believed"),
        Proved("9.2.1", 1, "A token is good in its own time", "SignedLaunchTests.Controls_8_to_18_What_is_wrong_is_refused_and_named_in_the_audit_log_alone", "SignedLaunchTests.Control_11_A_clock_may_be_a_minute_off", "IdTokenCheckTests.A_minute_of_difference_between_the_clocks_is_forgiven"),
        Proved("9.2.2", 2, "One kind of token is not taken for another", "SignedLaunchTests.Control_14_Another_kind_of_token_is_no_launch", "IdTokenCheckTests.A_token_of_another_kind_is_no_id_token", "BackChannelSignOutTests.Another_kind_of_token_signs_nobody_out"),
        Proved("9.2.3", 2, "A token is meant for this app", "SignedLaunchTests.Controls_8_to_18_What_is_wrong_is_refused_and_named_in_the_audit_log_alone", "SignedLaunchOptionsValidatorTests.Control_12_Whom_launches_are_meant_for_is_never_the_requests_word_before_a_live_tenant", "IdTokenCheckTests.A_token_for_several_must_say_that_this_viewer_asked_for_it"),
        Proved("9.2.4", 2, "One key for several audiences tells them apart", "SmartLaunchTests.A_confidential_client_proves_itself_as_it_is_registered"),
    ];

    private static Requirement[] DataProtection() =>
    [
        Written("14.1.1", 2, "What is sensitive is known and classed", "security.md, What is protected"),
        Written("14.1.2", 2, "Each class has its rules", "security.md, What is protected"),
        Partly("14.2.1", 1, "No address holds what is sensitive", "a chart's address holds its session's id, which opens nothing without the browser's cookie (security.md, Whom a chart belongs to); a signed launch may come by GET, with a token that is good once", "BadLaunchesSpec.Control_21_A_good_launch_answers_303_and_its_address_names_nobody", "SignedLaunchTests.Control_21_A_launch_by_form_leaves_the_token_in_no_address", "KeyboardSpec.Rule_7_Every_view_has_an_address_of_its_own_and_none_holds_an_identifier"),
        Proved("14.2.2", 2, "No server between keeps what is sensitive", "SecurityHeadersTests.Controls_51_and_57_and_58_Every_route_of_the_app_carries_the_policy_whatever_it_is_asked", "ChartCircuitTests.Control_46_A_circuit_that_is_gone_leaves_neither_store_nor_record"),
        Proved("14.2.3", 2, "Nobody else is told", "SecurityHeadersTests.Every_answer_carries_the_policy", "HostColoursTests.A_style_of_another_origin_is_not_even_connected_to"),
        Partly("14.2.4", 2, "The rules of each class are kept", "encryption of the disk below the audit log is the deployment's", "PrivacySpec.Control_54_and_59_Even_the_most_talkative_log_names_no_patient", "AuditRetentionTests.What_is_too_old_goes_and_the_chain_stays_sound", "AuditLogTests.The_file_does_not_hold_what_opens_a_session"),
        Proved("14.3.1", 1, "The browser is cleared when a chart ends", "SessionLifetimeSpec.Control_44_A_chart_that_nobody_uses_is_warned_locked_and_ended", "SessionLifetimeSpec.Control_50_The_page_clears_itself_where_the_server_cannot_be_reached"),
        Proved("14.3.2", 2, "`no-store` on whatever may hold a record", "SecurityHeadersTests.Controls_51_and_57_and_58_Every_route_of_the_app_carries_the_policy_whatever_it_is_asked", "DocumentEndpointTests.A_page_comes_once_into_an_origin_of_its_own_where_it_can_do_nothing"),
        Proved("14.3.3", 2, "The browser's storage holds nothing of a patient", "FramedLaunchSpec.Control_21_Nothing_in_the_frame_keeps_an_identifier"),
    ];
    // csharpier-ignore-end
}

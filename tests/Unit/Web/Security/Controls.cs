namespace HeiChartViewer.Tests.Unit.Web.Security;

/// <summary>What must hold of launch, session, output and audit, by number.</summary>
internal static class Controls
{
    // csharpier-ignore-start - a table reads best as one
    public static readonly IReadOnlyList<Control> All =
    [
        new(1, "A signed launch without a signature is refused", "9.1.1"),
        new(2, "with a wrong one too", "9.1.1"),
        new(3, "and with the signature taken off", "9.1.1"),
        new(4, "`alg: none` is no algorithm", "9.1.2"),
        new(5, "A public key is no shared secret", "9.1.2"),
        new(6, "Only the algorithms of the list", "9.1.2"),
        new(7, "No address and no key in a token is followed", "9.1.3"),
        new(8, "Expired launches are refused", "9.2.1"),
        new(9, "not yet valid ones too", "9.2.1"),
        new(10, "and those that are good for more than 120 s", "9.2.1"),
        new(11, "A clock may be a minute off, and no more", "9.2.1"),
        new(12, "Meant for this app", "9.2.3"),
        new(13, "made by a configured host", "9.2.4"),
        new(14, "and of the launch's own type", "9.2.2"),
        new(15, "Good once: in parallel, later, and after a restart", ""),
        new(16, "Only for partitions of this deployment", ""),
        new(17, "and of that host", "8.4.1"),
        new(18, "Implausible patient ids are refused before any call", "2.2.1"),
        new(19, "Doubled parameters are refused", ""),
        new(20, "Parameters alone open nothing of a live tenant", ""),
        new(21, "No address keeps a patient's id", "14.2.1, 3.4.5"),
        new(22, "Session identifiers of 256 bits, new at each launch, no use elsewhere", "7.2.3, 7.2.4"),
        new(23, "A launch from another site only ever begins a new session", "3.5.3, 7.6.2"),
        new(24, "An issuer that is not configured is asked nothing; metadata must name the configured one", "10.2.2, 10.5.3"),
        new(25, "`state` is bound to the launch and the browser", "10.1.2, 10.2.1"),
        new(26, "The PKCE verifier stays on the server", ""),
        new(27, "An id_token is checked in nonce, audience, signature and times", ""),
        new(28, "Tokens reach no browser and no log", "10.1.1"),
        new(29, "An unknown patient is refused as a bad signature is: status, length, time", ""),
        new(30, "A flood of launches is told to wait, and locks nobody else out", ""),
        new(31, "A refusal repeats nothing of the request", ""),
        new(32, "Open A, open B, refresh A: A stays A", ""),
        new(33, "Thousands of interleavings, no foreign byte", ""),
        new(34, "Two frames of one browser never touch", ""),
        new(35, "Duplicate tab, back and forward", ""),
        new(36, "After a dropped connection it is the same chart or none", ""),
        new(37, "A session's context never changes", ""),
        new(38, "The patient of each record is compared with the session's", ""),
        new(39, "Caches are keyed by tenant, patient, user and session", ""),
        new(40, "What arrives for a closed chart is dropped", ""),
        new(41, "Nothing static can change, and no component reads the request", ""),
        new(42, "Foreign origins get no circuit", ""),
        new(43, "Nothing is rendered before there is a circuit", ""),
        new(44, "Warned, locked, ended", "7.1.1, 7.3.1"),
        new(45, "and ended at last, however much it is used", "7.3.2"),
        new(46, "A locked chart is off the screen and out of memory", ""),
        new(47, "The server's clock decides, also of a browser that slept", ""),
        new(48, "Scrolling and keys are signs of somebody, polling is none", ""),
        new(49, "The EHR learns when the user was last active", ""),
        new(50, "An ended chart clears what the browser kept", "14.3.1"),
        new(51, "No answer that may hold a record is cached", "14.3.2"),
        new(52, "One user's sessions can be ended", "7.4.5"),
        new(53, "Whoever is warned can go on by one key", ""),
        new(54, "No log names a patient", ""),
        new(55, "Addresses are logged as templates or not at all", ""),
        new(56, "Foreign text breaks no line of a log and turns none round", "16.4.1"),
        new(57, "No page shows how the app is made", ""),
        new(58, "An error is general and has a number to quote", "16.5.1"),
        new(59, "No credential is logged", ""),
        new(60, "Launches, views, searches, denials and ends are audited", ""),
        new(61, "and handed over by IHE's patterns", ""),
        new(62, "Where nothing can be audited nothing is shown, unless configured", ""),
        new(63, "A changed log shows", ""),
        new(64, "Break-glass with role, reason, a visible mark and an end", "7.5.3"),
        new(65, "Throttled calls wait and are tried again within a budget", ""),
        new(66, "Two patients behind one id stop the launch", ""),
        new(67, "Totals and \"more\" are always shown", ""),
        new(68, "A credential is replaced without a restart and without a lost call", ""),
        new(69, "A live tenant and the sandbox never run together", ""),
        new(70, "Lists that repeat or never end are noticed", ""),
    ];
    // csharpier-ignore-end
}

/// <summary>A control.</summary>
/// <param name="Number">Its number.</param>
/// <param name="What">What must hold.</param>
/// <param name="Asvs">The requirements of OWASP ASVS 5.0 that it answers.</param>
internal sealed record Control(int Number, string What, string Asvs)
{
    /// <summary>Why no test is named after it.</summary>
    public string? Not { get; init; }
}

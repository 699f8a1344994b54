namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>What an EHR granted for one chart. It stays in the memory of the server (control 28), and is not a record for that reason.</summary>
internal sealed class SmartGrant(
    SmartIssuer issuer,
    SmartMetadata metadata,
    SmartTokens tokens,
    DateTimeOffset now
)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly string? _patientId = tokens.PatientId;
    private long _lastActive = now.UtcTicks;

    /// <summary>Whose it is.</summary>
    public SmartIssuer Issuer => issuer;

    /// <summary>Where its server is.</summary>
    public SmartMetadata Metadata => metadata;

    /// <summary>The tokens, since the last exchange.</summary>
    public SmartTokens Tokens { get; private set; } = tokens;

    /// <summary>Gets the next tokens. A server that sends no new one means the old one.</summary>
    public string? RefreshToken { get; private set; } = tokens.RefreshToken;

    /// <summary>When the tokens came.</summary>
    private DateTimeOffset Obtained { get; set; } = now;

    /// <summary>When the user last did something.</summary>
    public DateTimeOffset LastActive => new(Interlocked.Read(ref _lastActive), TimeSpan.Zero);

    /// <summary>The user does something.</summary>
    public void Touch(DateTimeOffset moment) =>
        Interlocked.Exchange(ref _lastActive, moment.UtcTicks);

    /// <summary>
    /// Whether the tokens are to be exchanged: they are about to end, and the user has done something since they
    /// came. Nothing is kept alive for a user who has gone (control 49).
    /// </summary>
    public bool IsDue(DateTimeOffset moment)
    {
        var life = Tokens.ActiveLife is { } active && active < Tokens.Life ? active : Tokens.Life;
        var early = life > 2 * Margin ? Margin : life / 2;
        return RefreshToken is not null
            && LastActive > Obtained
            && moment >= Obtained + life - early;
    }

    /// <summary>Takes new tokens over.</summary>
    /// <returns>False where they are for another patient: a chart never changes its patient (design rule 1).</returns>
    public bool Renew(SmartTokens next, DateTimeOffset moment)
    {
        var isSamePatient = next.PatientId is null || next.PatientId == _patientId;
        RefreshToken = next.RefreshToken ?? RefreshToken;
        Tokens = next;
        Obtained = moment;
        return isSamePatient;
    }
}

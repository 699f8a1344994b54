namespace HeiChartViewer.Web.Sessions;

/// <summary>How a session stands by the server's clock. It only ever moves on, but for a warning that is heeded.</summary>
public enum SessionStanding
{
    /// <summary>In use.</summary>
    Open,

    /// <summary>Open, and about to be locked: nobody has used it for a while.</summary>
    Warned,

    /// <summary>Nothing of it is shown until whoever opened it proves again who they are.</summary>
    Locked,

    /// <summary>Gone, or never there.</summary>
    Ended,
}

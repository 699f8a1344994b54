namespace HeiChartViewer.Web.Audit;

/// <summary>How an entry shows that the log was changed.</summary>
public enum AuditBreak
{
    /// <summary>Its contents do not give its hash.</summary>
    Altered,

    /// <summary>It does not follow the entry before: one of the two was moved, replaced or put in.</summary>
    Unlinked,

    /// <summary>It is not there, and later ones are.</summary>
    Missing,

    /// <summary>It stands before the first.</summary>
    Inserted,

    /// <summary>It holds what the log never writes.</summary>
    Unreadable,

    /// <summary>It is not what a witness remembers: the end was cut off, or the whole chain written anew.</summary>
    NotAsWitnessed,
}

namespace HeiChartViewer.Web.Sessions;

/// <summary>What one screen knows of whether somebody is there.</summary>
public interface IPresence
{
    /// <summary>After how long without a sign it is about to lock.</summary>
    TimeSpan WarnAfter { get; }

    /// <summary>When it is locked, if nobody gives a sign before.</summary>
    DateTimeOffset LocksAt { get; }

    /// <summary>Somebody has scrolled, typed, pointed or touched. What is locked stays locked.</summary>
    void Touch();

    /// <summary>Tells of each change of its standing, until it is disposed of.</summary>
    IDisposable Watch(Action<SessionStanding> changed);
}

namespace HeiChartViewer.Sandbox.Ehr;

/// <summary>A clinician at work in the EHR, until sign-out.</summary>
internal sealed class EhrSession(Clinician clinician, DateTimeOffset started)
{
    /// <summary>How long a user counts as present after the last sign of life.</summary>
    public static readonly TimeSpan ActiveLife = TimeSpan.FromMinutes(30);

    private readonly Lock _gate = new();
    private DateTimeOffset _lastActive = started;
    private int _stretch;
    private volatile bool _hasEnded;

    public Clinician Clinician => clinician;

    public bool HasEnded => _hasEnded;

    public void End() => _hasEnded = true;

    /// <summary>Which stretch of presence this is: a sign of life that comes too late begins another.</summary>
    public int Stretch
    {
        get
        {
            lock (_gate)
                return _stretch;
        }
    }

    /// <summary>Notes a sign of life; an older one than the last known changes nothing.</summary>
    public void WasActive(DateTimeOffset moment)
    {
        lock (_gate)
        {
            if (moment >= _lastActive + ActiveLife)
                _stretch++;
            if (moment > _lastActive)
                _lastActive = moment;
        }
    }

    /// <summary>Whether the user has been present without a break since that stretch began.</summary>
    public bool IsPresent(int stretch, DateTimeOffset now)
    {
        lock (_gate)
            return stretch == _stretch && now < _lastActive + ActiveLife;
    }

    /// <summary>How long the user still counts as present without another sign of life.</summary>
    public TimeSpan ActiveLeft(DateTimeOffset now)
    {
        lock (_gate)
            return _lastActive + ActiveLife - now;
    }
}

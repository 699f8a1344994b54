namespace HeiChartViewer.Sandbox.Smart;

/// <summary>How an app proves which app it is.</summary>
public enum SmartClientKind
{
    /// <summary>It cannot keep a secret, and proves nothing.</summary>
    Public,

    /// <summary>By a shared secret.</summary>
    Symmetric,

    /// <summary>By an assertion signed with a key of its own.</summary>
    Asymmetric,
}

namespace HeiChartViewer.Sandbox.Smart;

/// <summary>What is wrong with a signature.</summary>
internal enum SignatureFlaw
{
    None,

    /// <summary>Another key signed under this key's id.</summary>
    BadSignature,

    /// <summary>The key's id is not in the JWK set.</summary>
    UnknownKey,

    /// <summary><c>alg: none</c>.</summary>
    Unsigned,
}

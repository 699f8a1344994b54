namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>One operation of the tenant.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path template; also how the request log names it.</param>
/// <param name="Api">The API whose grant it needs.</param>
/// <param name="Resource">The last named part of the path, for faults.</param>
/// <param name="Handle">Makes the answer.</param>
internal sealed record TenantRoute(
    string Method,
    string Template,
    string Api,
    string Resource,
    Func<TenantCall, ValueTask<Answer>> Handle
)
{
    /// <summary>Whether the contract for it is a reconstruction (contract 10, item 2).</summary>
    public bool Assumed { get; init; }

    /// <summary>What it answers where something of its path is not there.</summary>
    public Func<string, Answer> Missing { get; init; } = Answer.NotFound;

    /// <summary>Whether it answers in cursor pages.</summary>
    public bool IsList { get; init; }
}

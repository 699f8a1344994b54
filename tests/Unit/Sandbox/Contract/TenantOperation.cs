namespace HeiChartViewer.Tests.Unit.Sandbox.Contract;

/// <summary>An operation of the tenant as the contract has it, and how it is asked.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path template.</param>
/// <param name="Assumed">Whether the contract of it is a reconstruction.</param>
public sealed record TenantOperation(string Method, string Template, bool Assumed)
{
    /// <summary>The query that it needs, or that makes its answer say something.</summary>
    public string Query { get; init; } = "";

    /// <summary>The JSON that is sent, where there is a body.</summary>
    public string? Body { get; init; }

    /// <summary>The template of the list whose first item fills {id}; null where the path alone says it.</summary>
    public string? IdsFrom { get; init; }

    /// <summary>What it answers when all is well.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Whether it answers about one patient.</summary>
    public bool IsOfPatient => Template.Contains("{patientId}", StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Template}";
}

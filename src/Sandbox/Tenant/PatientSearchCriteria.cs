namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>The body of a patient search (contract 3.2).</summary>
internal sealed record PatientSearchCriteria
{
    public string? Name { get; init; }

    public AliasCriterion? Alias { get; init; }

    public string? BirthDate { get; init; }

    public string? Telecom { get; init; }

    internal sealed record AliasCriterion
    {
        public string? System { get; init; }

        public string? Value { get; init; }
    }
}

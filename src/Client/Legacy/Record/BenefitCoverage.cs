namespace HealtheIntent.Client;

/// <summary>One insurance of a person (contract 4.4).</summary>
public sealed record BenefitCoverage : OpenObject
{
    /// <summary>Who pays.</summary>
    public string? PayerName { get; init; }

    /// <summary>The plan.</summary>
    public string? PlanName { get; init; }

    /// <summary>From when.</summary>
    public PartialDate? BeginDate { get; init; }

    /// <summary>Until when.</summary>
    public PartialDate? EndDate { get; init; }

    /// <summary>The person's number with the payer.</summary>
    public string? MemberId { get; init; }

    /// <summary>The kind of business, as the payer names it.</summary>
    public string? LineOfBusiness { get; init; }

    /// <summary>Where this is known from.</summary>
    public BenefitSource? Source { get; init; }

    /// <summary>The plan's identifiers.</summary>
    public IReadOnlyList<BenefitPlanId> PlanIds
    {
        get;
        init => field = value ?? field;
    } = [];
}

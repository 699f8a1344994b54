using HealtheIntent.Client;

namespace HeiChartViewer.Tests.Unit.Client.Values;

public sealed class PrivacyTests
{
    public static TheoryData<object> Carriers =>
        [
            new Allergy
            {
                Id = "secret",
                Code = new CodeableConcept { Text = "secret" },
            },
            new DemographicRecord { Id = "secret" },
            new CodeableConcept { Text = "secret" },
            new Quantity { Value = "secret" },
            new Reference("secret"),
            new SourceIdentifier("secret", "secret"),
            new PatientSearch { Name = "secret" },
            new PatientSearchAlias("secret", "secret"),
            new PatientLookup.One("secret"),
            new PersonnelFilter { Name = "secret" },
            new LegacyPerson { Id = "secret", FullName = "secret" },
            new LegacyPersonSearch { Name = "secret" },
            new LegacyPersonLookup.One("secret"),
            new LegacyPersonLookup.None { Location = new Uri("https://x/?id=secret") },
            new MeasureOutcome("secret"),
            new ChartSearchRequest("secret"),
            new ChartSnippet { Marked = "secret" },
            new SnippetPart("secret", true),
            new ObservationValue.Worded("secret"),
            new Page<string>
            {
                Items = ["secret"],
                PatientId = "secret",
                HasMore = false,
                ReceivedAt = default,
            },
            new CredentialOptions { BearerToken = "secret" },
            new InvalidRequestDetail("secret", "secret", "secret", "secret", "secret"),
        ];

    [Theory]
    [MemberData(nameof(Carriers), DisableDiscoveryEnumeration = true)]
    public void What_a_value_holds_does_not_reach_a_log_through_its_text(object value) =>
        Assert.DoesNotContain("secret", value.ToString(), StringComparison.Ordinal);
}

using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Demographics;
using HeiChartViewer.Web.Chart.Printing;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Printing;

/// <summary>Every page of paper says whose it is, who printed it, and when (promise 23).</summary>
public sealed class PrintedIdentityTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 7, 14, 0, TimeSpan.Zero);

    private readonly ChartSession _session = Sample.Session();

    [Fact]
    public void PAB_0036_Each_identifier_is_named_for_what_it_is()
    {
        var paper = Of(Record());

        Assert.Equal("MRN 4481207731 · Person ID, St. Brigid 151579", paper.Identifiers);
        Assert.Equal($"HealtheIntent patient ID when printed {Sample.PatientId}", paper.Platform);
    }

    [Fact]
    public void PAB_0033_The_patient_is_named_as_the_banner_names_them() =>
        Assert.Equal(
            "ROBERSON, Analisa · Born 20-Aug-1934 (92y) · Gender Female",
            Of(Record()).Patient
        );

    [Fact]
    public void Sex_at_birth_is_not_printed_as_gender() =>
        Assert.Equal(
            "ROBERSON, Analisa · Born 20-Aug-1934 (92y) · Sex at birth Male",
            Of(Record() with { Gender = null, BirthSex = Sample.Text("Male") }).Patient
        );

    [Fact]
    public void PAB_0055_Who_has_died_is_said_to_have() =>
        Assert.Equal(
            "ROBERSON, Analisa · Born 20-Aug-1934 · Died 05-Jan-2026 · Gender Female",
            Of(Record() with { DeathDate = PartialDate.Parse("2026-01-05") }).Patient
        );

    [Fact]
    public void Who_printed_and_when_is_said_in_the_time_of_the_facility() =>
        Assert.Equal(
            "Printed by Dr A. Berg (user-1) on 23-Nov-2026 07:14 UTC",
            Of(Record()).Printed
        );

    [Fact]
    public void Rule_2_Without_demographics_the_paper_says_so_and_has_its_ids()
    {
        var paper = Of(null);

        Assert.Equal("Demographics not available", paper.Patient);
        Assert.Equal("Person ID, St. Brigid 151579", paper.Identifiers);
    }

    [Theory]
    [InlineData("ROBERSON, \u202eanalisA")]
    [InlineData("عباس, ليلى")]
    public void A_name_cannot_turn_round_what_stands_about_it(string name) =>
        Assert.StartsWith(
            $"\u2068{name}\u2069 · Born",
            Of(Record() with { Names = [new PersonName { Formatted = name }] }).Patient,
            StringComparison.Ordinal
        );

    private PrintedIdentity Of(DemographicRecord? record)
    {
        var clock = new ManualClock();
        return PrintedIdentity.Of(
            _session,
            PatientIdentity.From(record is null ? [] : [record], _session.Source),
            new DataPartitions([new(Sample.Partition, "St. Brigid")]),
            new FacilityClock(clock, TimeZoneInfo.Utc),
            At
        );
    }

    private DemographicRecord Record() =>
        new()
        {
            SourceIdentifier = _session.Source,
            Names = [new PersonName { Formatted = "ROBERSON, Analisa" }],
            BirthDate = PartialDate.Parse("1934-08-20"),
            Gender = Sample.Text("Female"),
            Aliases = [new Alias { Type = "MRN", Value = "4481207731" }],
        };
}

using HealtheIntent.Client;
using HeiChartViewer.Web.Launch;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace HeiChartViewer.Tests.Unit.Web.Launch;

public sealed class LaunchParametersTests
{
    private const string Partition = "877307a0-b5f5-4a01-9d4b-9fead6bcf788";

    private static readonly DataPartitions Partitions = new([new(Partition, "St. Brigid")]);

    [Theory]
    [InlineData($"?personId=151579.00&dataPartitionId={Partition}")]
    [InlineData($"?PERSONID=151579&DATAPARTITIONID={Partition}")]
    [InlineData("?personId=151579&dataPartitionId=877307A0-B5F5-4A01-9D4B-9FEAD6BCF788")]
    [InlineData($"?personId=%5E151579%5E&dataPartitionId=%5E{Partition}%5E&appName=powerchart.exe")]
    public void A_local_patient_in_a_known_partition_is_read(string query)
    {
        var reading = Read(query);

        Assert.True(reading.NamesPatient);
        Assert.Equal(new SourceIdentifier(Partition, "151579"), reading.Patient);
    }

    [Theory]
    [InlineData("", LaunchRefusalReason.PersonIdMissing)]
    [InlineData($"?dataPartitionId={Partition}", LaunchRefusalReason.PersonIdMissing)]
    [InlineData($"?personId=&dataPartitionId={Partition}", LaunchRefusalReason.PersonIdMissing)]
    [InlineData($"?personId=%20&dataPartitionId={Partition}", LaunchRefusalReason.PersonIdMissing)]
    [InlineData(
        $"?personId=1&personId=2&dataPartitionId={Partition}",
        LaunchRefusalReason.PersonIdDoubled
    )]
    [InlineData(
        $"?personId=1&personId=1&dataPartitionId={Partition}",
        LaunchRefusalReason.PersonIdDoubled
    )]
    [InlineData(
        $"?personId=1&PersonID=1&dataPartitionId={Partition}",
        LaunchRefusalReason.PersonIdDoubled
    )]
    [InlineData(
        $"?personId=$PAT_PersonId$&dataPartitionId={Partition}",
        LaunchRefusalReason.PersonIdNotFilledIn
    )]
    [InlineData(
        $"?personId=%7BpersonId%7D&dataPartitionId={Partition}",
        LaunchRefusalReason.PersonIdNotFilledIn
    )]
    [InlineData(
        $"?personId=0.00&dataPartitionId={Partition}",
        LaunchRefusalReason.PersonIdImplausible
    )]
    [InlineData(
        $"?personId=1%2F2&dataPartitionId={Partition}",
        LaunchRefusalReason.PersonIdImplausible
    )]
    [InlineData("?personId=1", LaunchRefusalReason.PartitionMissing)]
    [InlineData("?personId=1&dataPartitionId=", LaunchRefusalReason.PartitionMissing)]
    [InlineData(
        $"?personId=1&dataPartitionId={Partition}&dataPartitionId={Partition}",
        LaunchRefusalReason.PartitionDoubled
    )]
    [InlineData("?personId=1&dataPartitionId=877307a0", LaunchRefusalReason.PartitionImplausible)]
    [InlineData(
        "?personId=1&dataPartitionId=%7B877307a0-b5f5-4a01-9d4b-9fead6bcf788%7D",
        LaunchRefusalReason.PartitionImplausible
    )]
    [InlineData(
        "?personId=1&dataPartitionId=00000000-0000-4000-8000-000000000000",
        LaunchRefusalReason.PartitionUnknown
    )]
    public void Control_19_Each_bad_launch_is_refused_for_its_own_reason(
        string query,
        LaunchRefusalReason reason
    )
    {
        var reading = Read(query);

        Assert.False(reading.NamesPatient);
        Assert.Equal(reason, reading.Refusal.Reason);
    }

    [Fact]
    public void Control_31_No_refusal_repeats_what_was_sent()
    {
        const string sent = "hostile/sentinel";

        var refusal = Read(
            $"?personId={Uri.EscapeDataString(sent)}&dataPartitionId={Partition}"
        ).Refusal!;

        Assert.DoesNotContain(
            sent,
            $"{refusal.Headline}{refusal.Explanation}{refusal.NextStep}",
            StringComparison.OrdinalIgnoreCase
        );
    }

    private static LaunchReading Read(string query) =>
        LaunchParameters.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), Partitions);
}

using System.Runtime.CompilerServices;
using HealtheIntent.Client;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Tests.Unit.Web.Sessions;

public sealed class ChartCircuitTests
{
    [Fact]
    public void Control_46_A_locked_chart_lets_go_of_its_records_while_its_circuit_still_stands()
    {
        using var circuits = new Circuits(OneRecord);
        using var screen = circuits.Launch(Sample.PatientId);
        var record = RecordOf(screen);

        circuits.Clock.Advance(TimeSpan.FromMinutes(15));

        AssertCollected(record);
    }

    [Fact]
    public void Control_46_A_circuit_that_is_gone_leaves_neither_store_nor_record()
    {
        using var circuits = new Circuits(OneRecord);
        var (store, record) = LaunchAndLeave(circuits);

        AssertCollected(store);
        AssertCollected(record);
    }

    [Fact]
    public async Task Nothing_that_a_browser_sends_is_heard_once_the_session_is_closed()
    {
        using var circuits = new Circuits(OneRecord);
        using var screen = circuits.Launch(Sample.PatientId);
        var heard = 0;
        var handler = screen.Circuit.CreateInboundActivityHandler(_ =>
        {
            heard++;
            return Task.CompletedTask;
        });

        await handler(null!);
        circuits.Sessions.End(screen.Session.Id);
        await handler(null!);

        Assert.Equal(1, heard);
    }

    [Fact]
    public void A_user_gets_so_many_charts_and_another_user_still_gets_one()
    {
        using var circuits = new Circuits(OneRecord, new() { CircuitsPerUser = 2 });
        using var first = circuits.Launch("one");
        using var second = circuits.Launch("two");
        using var third = circuits.Launch("three");
        using var other = circuits.Launch("three", userId: "another");

        Assert.Equal(
            [null, null, ChartStop.TooMany, null],
            new[] { first, second, third, other }.Select(screen => screen.Refused)
        );
        Assert.NotEmpty(first.Allergies.Records);
        Assert.Empty(third.Allergies.Records);
    }

    [Fact]
    public void A_chart_that_is_loaded_again_needs_no_room_of_its_own()
    {
        using var circuits = new Circuits(OneRecord, new() { CircuitsPerUser = 1 });
        using var first = circuits.Launch("one");
        using var another = circuits.Launch("two");

        Assert.True(circuits.Open.HaveRoomFor(first.Session));
        using var again = circuits.Show(first.Session);
        Assert.Equal(
            (ChartStop.TooMany, (ChartStop?)null),
            (another.Refused!.Value, again.Refused)
        );
    }

    [Fact]
    public void A_circuit_that_is_gone_makes_room()
    {
        using var circuits = new Circuits(OneRecord, new() { CircuitsPerUser = 1 });
        circuits.Launch("one").Dispose();

        using var next = circuits.Launch("two");

        Assert.Null(next.Refused);
    }

    [Fact]
    public void The_process_has_room_for_so_many_screens_of_whatever_kind()
    {
        using var circuits = new Circuits(
            OneRecord,
            new() { CircuitsPerUser = 1, CircuitsPerProcess = 1 }
        );
        using var first = circuits.Launch("one", userId: "one");

        Assert.False(circuits.Open.HaveRoomFor(Sample.Session(userId: "another")));
        // Nor for one whose page was let in while there still was.
        using var second = circuits.Launch("two", userId: "another");
        Assert.Equal(ChartStop.TooMany, second.Refused);
    }

    [Fact]
    public void Control_30_A_tenant_whose_charts_fill_its_room_takes_none_from_another()
    {
        var small = new ViewerTenant
        {
            Name = "small",
            Mnemonic = "small",
            PopulationId = "population",
            Circuits = 1,
        };
        using var circuits = new Circuits(OneRecord);
        using var first = circuits.Launch("one", tenant: small);
        using var second = circuits.Launch("two", userId: "another", tenant: small);
        using var other = circuits.Launch("three");

        Assert.Equal(
            [null, ChartStop.TooMany, null],
            new[] { first, second, other }.Select(screen => screen.Refused)
        );
        Assert.True(circuits.Open.HaveRoomFor(first.Session));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RecordOf(OpenChartScreen screen) =>
        new(Assert.Single(screen.Allergies.Records));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Store, WeakReference Record) LaunchAndLeave(Circuits circuits)
    {
        using var screen = circuits.Launch(Sample.PatientId);
        return (new(screen.Store), RecordOf(screen));
    }

    private static void AssertCollected(WeakReference reference)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(reference.IsAlive);
    }

    private static async IAsyncEnumerable<Page<Allergy>> OneRecord(
        ChartSession session,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await ValueTask.CompletedTask;
        yield return new Page<Allergy>
        {
            Items = [new() { Id = $"{session.PatientId}-1" }],
            HasMore = false,
            PatientId = session.PatientId,
            ReceivedAt = session.OpenedAt,
        };
    }
}

using HeiChartViewer.Flux;
using HeiChartViewer.Web.Failures;

namespace HeiChartViewer.Web.Chart.Sections;

/// <summary>How a section moves from state to state. A failure never leads to a state that reads as absence.</summary>
public static class SectionReducers<TRecord>
{
    /// <summary>A new load starts from nothing.</summary>
    [ReducerMethod]
    public static SectionState<TRecord> On(SectionState<TRecord> _, LoadSection<TRecord> load) =>
        new() { Load = load };

    /// <summary>Records of the present load are kept as they came.</summary>
    [ReducerMethod]
    public static SectionState<TRecord> On(
        SectionState<TRecord> state,
        SectionPageReceived<TRecord> page
    ) =>
        page.Load != state.Load
            ? state
            : state with
            {
                // An array: a tree would cost each record six times what it takes to copy its reference now and then.
                Records = [.. state.Records, .. page.Records],
                AsOf = page.AsOf,
            };

    /// <summary>A complete answer is known, known to be none, or empty.</summary>
    [ReducerMethod]
    public static SectionState<TRecord> On(
        SectionState<TRecord> state,
        SectionReceived<TRecord> received
    ) =>
        received.Load != state.Load
            ? state
            : state with
            {
                Status = Complete(state.Records.Count, received.SaysNone),
                AsOf = received.AsOf,
            };

    /// <summary>An incomplete answer is partial where something came, and unavailable where nothing did.</summary>
    [ReducerMethod]
    public static SectionState<TRecord> On(
        SectionState<TRecord> state,
        SectionFailed<TRecord> failed
    ) =>
        failed.Load != state.Load
            ? state
            : failed.Failure.Kind switch
            {
                FailureKind.Withheld => state with
                {
                    Status = SectionStatus.Withheld,
                    Records = [],
                    Failure = failed.Failure,
                },
                // What came with a foreign record in it is not trusted either.
                FailureKind.ForeignPatient => state with
                {
                    Status = SectionStatus.NotAvailable,
                    Records = [],
                    Failure = failed.Failure,
                },
                _ => state with
                {
                    Status = Incomplete(failed.Failure, state.Records.Count),
                    Failure = failed.Failure,
                },
            };

    /// <summary>
    /// A stopped chart lets go of its records. The load goes with them, so whatever still comes of it is dropped
    /// (controls 40 and 46).
    /// </summary>
    [ReducerMethod]
    public static SectionState<TRecord> On(SectionState<TRecord> _, ChartStopped stopped) =>
        SectionState<TRecord>.Initial;

    private static SectionStatus Complete(int received, bool saysNone) =>
        (received, saysNone) switch
        {
            (0, _) => SectionStatus.NoneReceived,
            (_, true) => SectionStatus.KnownNone,
            _ => SectionStatus.Known,
        };

    private static SectionStatus Incomplete(HealtheIntentFailure failure, int received) =>
        (failure.Kind, received) switch
        {
            (_, > 0) => SectionStatus.PartlyReceived,
            (FailureKind.NotGranted, _) => SectionStatus.NotAuthorized,
            _ => SectionStatus.NotAvailable,
        };
}

using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart.Glass;

namespace HeiChartViewer.Web.Chart.Documents;

/// <summary>How the open document moves on.</summary>
public static class DocumentReducers
{
    /// <summary>A new opening starts from nothing.</summary>
    [ReducerMethod]
    public static DocumentState On(DocumentState _, OpenDocument open) => new() { Open = open };

    /// <summary>What an earlier opening brings is dropped.</summary>
    [ReducerMethod]
    public static DocumentState On(DocumentState state, DocumentArrived arrived) =>
        state.Open == arrived.Open ? state with { Outcome = arrived.Outcome } : state;

    /// <summary>Each saving is recorded by itself.</summary>
    [ReducerMethod]
    public static DocumentState On(DocumentState state, SaveDocument save) =>
        state.Open == save.Open
            ? state with
            {
                SaveAddress = null,
                IsSaveNotRecorded = false,
            }
            : state;

    /// <summary>The file may be fetched.</summary>
    [ReducerMethod]
    public static DocumentState On(DocumentState state, DocumentSaveReady ready) =>
        state.Open == ready.Open ? state with { SaveAddress = ready.Address } : state;

    /// <summary>The file may not be fetched.</summary>
    [ReducerMethod]
    public static DocumentState On(DocumentState state, DocumentSaveNotRecorded failed) =>
        state.Open == failed.Open ? state with { IsSaveNotRecorded = true } : state;

    /// <summary>A closed document is forgotten.</summary>
    [ReducerMethod]
    public static DocumentState On(DocumentState _, DocumentClosed closed) => new();

    /// <summary>A stopped chart forgets the document too.</summary>
    [ReducerMethod]
    public static DocumentState On(DocumentState _, ChartStopped stopped) => new();

    /// <summary>Glass that breaks or stands again lets go of the document: it may be of what is withheld.</summary>
    [ReducerMethod]
    public static DocumentState On(DocumentState _, GlassChanged changed) => new();
}

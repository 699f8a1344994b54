using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Documents;

/// <summary>What a ticket stands for.</summary>
public abstract record DocumentDelivery
{
    private DocumentDelivery() { }

    /// <summary>Bytes that wait to be shown.</summary>
    /// <param name="Bytes">The bytes.</param>
    /// <param name="ContentType">What they are; found by looking at them, never a source's claim.</param>
    public sealed record Show(ReadOnlyMemory<byte> Bytes, string ContentType) : DocumentDelivery;

    /// <summary>A content to be asked for and saved as its source wrote it.</summary>
    public sealed record Save(DocumentContent Content) : DocumentDelivery;
}

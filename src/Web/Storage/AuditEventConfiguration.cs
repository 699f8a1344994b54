using HeiChartViewer.Web.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HeiChartViewer.Web.Storage;

/// <summary>How an audit entry is kept.</summary>
internal sealed class AuditEventConfiguration : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        // The log numbers its entries itself: the number is part of the hash.
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        // By name: a number would change its meaning when an action is added in the middle.
        builder.Property(entry => entry.Action).HasConversion<string>();
        builder.Property(entry => entry.Outcome).HasConversion<string>();
        builder.Property(entry => entry.Hash).IsRequired();
    }
}

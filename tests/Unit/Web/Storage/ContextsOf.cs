using HeiChartViewer.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace HeiChartViewer.Tests.Unit.Web.Storage;

/// <summary>Contexts of a database that nothing need be prepared for.</summary>
internal sealed class ContextsOf(ViewerStore store) : IDbContextFactory<ViewerDbContext>
{
    public ViewerDbContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<ViewerDbContext>();
        store.Configure(options);
        return new ViewerDbContext(options.Options);
    }
}

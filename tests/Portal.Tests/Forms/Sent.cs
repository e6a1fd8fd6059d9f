using Gms.Portal.Forms;
using Microsoft.AspNetCore.Http;

namespace Gms.Portal.Tests.Forms;

/// <summary>A form as a test fills it in.</summary>
static class Sent
{
    public static Posted Form(params (string Field, string Value)[] fields) =>
        new(new DefaultHttpContext { Request = { RouteValues = { ["id"] = "of-the-route" } } }, new FormCollection(fields.ToDictionary(f => f.Field, f => new Microsoft.Extensions.Primitives.StringValues(f.Value))));
}

using Gms.Type.V1;

namespace Gms.Registry.Documents.Formats;

/// <summary>Something unusual in what was sent. It is told and never blocks anybody.</summary>
sealed record FormatWarning(string Code, string Message, string Field, string Remedy, string Source = "")
{
    public Warning ToProto() => new() { Code = Code, Message = Message, Field = Field, Remedy = Remedy, Source = Source };
}

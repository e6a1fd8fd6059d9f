using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Npgsql;

namespace Gms.Platform;

/// <summary>Looks up whether a changing call was already answered under its request_id.</summary>
sealed class RequestLog(NpgsqlDataSource database)
{
    static readonly ConcurrentDictionary<MessageDescriptor, FieldDescriptor?> RequestIds = new();

    public async Task<TResponse?> Answered<TResponse>(Call call, object request, CancellationToken cancel) where TResponse : class
    {
        var message = (IMessage)request;
        if (RequestIds.GetOrAdd(message.Descriptor, d => d.FindFieldByName("request_id")) is not { } field)
            return null;

        call.RequestId = Read.Id((string)field.Accessor.GetValue(message), "request_id");
        call.RequestHash = RequestShape.Hash(message);

        await using var command = database.CreateCommand("SELECT call, account, hash, response FROM requests WHERE request_id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = call.RequestId.Value });
        await using var row = await command.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel))
            return null;

        if (row.GetString(0) != call.Name || row.GetString(1) != call.Caller.Account || !row.GetFieldValue<byte[]>(2).AsSpan().SequenceEqual(call.RequestHash))
            throw Refuse.Invalid(PlatformProblems.RequestIdReused());

        var answer = Activator.CreateInstance<TResponse>();
        ((IMessage)answer).MergeFrom(row.GetFieldValue<byte[]>(3));
        call.MarkRepeated();
        return answer;
    }
}

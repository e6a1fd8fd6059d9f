namespace Grpc.Core;

/// <summary>The calls of a service with their handlers, ready to be given to a server.</summary>
public class ServerServiceDefinition
{
    readonly IReadOnlyList<Action<ServiceBinderBase>> _methods;

    ServerServiceDefinition(IReadOnlyList<Action<ServiceBinderBase>> methods) => _methods = methods;

    public static Builder CreateBuilder() => new();

    /// <summary>Gives every call to a server's binder.</summary>
    public void BindService(ServiceBinderBase serviceBinder)
    {
        foreach (var addTo in _methods)
            addTo(serviceBinder);
    }

    /// <summary>Collects the calls of a service.</summary>
    public class Builder
    {
        readonly HashSet<string> _names = [];
        readonly List<Action<ServiceBinderBase>> _methods = [];

        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        public ServerServiceDefinition Build() => new([.. _methods]);

        Builder Add(IMethod method, Action<ServiceBinderBase> addTo)
        {
            if (!_names.Add(method.FullName))
                throw new ArgumentException($"{method.FullName} is there already.", nameof(method));
            _methods.Add(addTo);
            return this;
        }
    }
}
